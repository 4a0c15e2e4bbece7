// Names of every kind that Rust mangles: see oracleNames.ts.
#![allow(dead_code, uncommon_codepoints, non_snake_case, mixed_script_confusables)]
use std::collections::{BTreeMap, HashMap};
use std::fmt::{Debug, Display};

#[inline(never)]
fn generic<T>(x: T) -> usize { std::hint::black_box(&x); std::mem::size_of::<T>() }

trait Shape { type Unit; fn area(&self) -> f64; fn twice(&self) -> f64 { 2.0 * self.area() } }
struct Square<const N: usize>;
struct Pair<A, B>(A, B);
struct Flags<const B: bool, const C: char, const I: i64, const U: u128>;
impl<const N: usize> Shape for Square<N> {
    type Unit = u8;
    #[inline(never)]
    fn area(&self) -> f64 { (N * N) as f64 }
}
impl<A: Debug, B: Display> Pair<A, B> {
    #[inline(never)]
    fn show(&self) -> String { format!("{:?} {}", self.0, self.1) }
}
impl<const B: bool, const C: char, const I: i64, const U: u128> Flags<B, C, I, U> {
    #[inline(never)]
    fn say(&self) -> i64 { std::hint::black_box(if B { I } else { C as i64 + U as i64 }) }
}
impl<'a, T> Iterator for Pair<&'a [T], usize> {
    type Item = &'a T;
    #[inline(never)]
    fn next(&mut self) -> Option<&'a T> { self.1 += 1; self.0.get(self.1 - 1) }
}
mod gödel {
    pub struct Größe;
    impl Größe { #[inline(never)] pub fn messen(&self) -> usize { super::generic(42u8) } }
    #[inline(never)] pub fn 東京() -> usize { super::generic('x') }
    #[inline(never)] pub fn ñandú_é() -> usize { let f = |x: usize| x + 1; f(super::generic(f)) }
}
#[inline(never)]
fn nested() -> usize {
    fn inner() -> usize {
        let c = |x: usize| { let d = move |y: usize| x + y; generic(d) + d(1) };
        generic(c) + c(2)
    }
    let again = || generic(1i8);
    again() + inner() + generic(again)
}
fn plain(x: u32) -> u32 { x }
extern "C" fn foreign(_: u8) {}
unsafe extern "system" fn unsafe_foreign(_: *const u8, _: *mut [u16]) -> i128 { 0 }
fn diverges() -> ! { std::process::exit(0) }

fn main() {
    let mut n = nested() + gödel::Größe.messen() + gödel::東京() + gödel::ñandú_é() + generic(gödel::Größe);
    n += generic(()) + generic((1u8,)) + generic((1i16, 'c', true, 1.0f32, 1.0f64)) + generic("text") + generic([0u64; 7]);
    n += generic(&[1i32, 2][..]) + generic(&mut 3isize) + generic(Square::<9>) + generic([[0u8; 2]; 3]) + generic(Some(&5usize));
    n += generic(plain as fn(u32) -> u32) + generic(foreign as extern "C" fn(u8)) + generic(diverges as fn() -> !);
    n += generic(unsafe_foreign as unsafe extern "system" fn(*const u8, *mut [u16]) -> i128) + generic(plain);
    n += generic((|x| x) as for<'a> fn(&'a str) -> &'a str);
    n += generic((|x, _| x) as for<'a, 'b> fn(&'a mut u8, &'b dyn Fn(&'a u8) -> &'b u8) -> &'a mut u8);
    n += generic(None::<Box<dyn for<'a> Fn(&'a str) -> Box<dyn Display + 'a>>>) + generic(None::<&(dyn Debug + Send + Sync)>);
    n += generic(None::<Box<dyn Shape<Unit = Vec<u8>> + Send + 'static>>) + generic(None::<&dyn Iterator<Item = (u8, String)>>);
    n += generic(None::<for<'a> fn(for<'b> fn(&'a u8, &'b u8))>) + generic(None::<*const dyn Debug>);
    n += generic(HashMap::<String, BTreeMap<u32, Vec<Option<Result<(), std::io::Error>>>>>::new());
    n += generic(None::<Flags<true, '\n', -5, 340282366920938463463374607431768211455>>);
    n += Flags::<true, 'A', { i64::MIN }, 0>.say() as usize + Flags::<false, '\'', -1, 18446744073709551616>.say() as usize;
    n += Flags::<false, 'é', 7, 1>.say() as usize + Flags::<true, '\u{10ffff}', 0, 2>.say() as usize;
    n += Square::<3>.area() as usize + Square::<4>.twice() as usize + Pair("a", 'b').show().len() + Pair(vec![1u8], String::new()).show().len();
    n += Pair(&[1u8, 2][..], 0usize).map(|x| *x as usize).filter(|x| x % 2 == 0).sum::<usize>();
    n += Pair(&[Square::<1>, Square::<1>][..], 0usize).count();
    let mut words = vec![String::from("b"), String::from("a")];
    words.sort_by(|a, b| b.cmp(a));
    words.iter().map(|w| w.len()).for_each(|l| { std::hint::black_box(l); });
    std::thread::spawn(move || println!("{n}")).join().unwrap();
}
