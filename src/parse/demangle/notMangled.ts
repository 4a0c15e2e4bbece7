/** This is no mangled name, or stands for more than anybody can read. Thrown inside this folder, caught at its door. */
export class NotMangled extends Error {}
