// All that app/ and cli/ may import, in reading order.

export { isAddressName } from './analyse/addressName.ts'
export { auditRead } from './audit/auditRead.ts'
export type { Audit, Disagreement, Figure } from './audit/ledger.ts'
export { baseName } from './baseName.ts'
export type { Sides } from './compare/bothProfiles.ts'
export {
  CHANGE_STEPS,
  type ComparedTimes,
  changeSteps,
  compareTimes,
} from './compare/changeSteps.ts'
export {
  type ComparedColumn,
  countChanges,
  isSure,
  onlySideOf,
  orderCompared,
  ratioOf,
} from './compare/comparedRows.ts'
export {
  type ComparedFigures,
  type Comparison,
  compareProfiles,
  intervalOf,
  orderByChange,
  SIGNIFICANT,
} from './compare/compareProfiles.ts'
export { compareRepeated, type RepeatedComparison, type RepeatedFigures } from './compare/compareRepeated.ts'
export {
  type ComparedSides,
  rangeBetween,
  rangeOfCall,
  rangeOfChange,
  type SideFigures,
} from './compare/compareSides.ts'
export type { Interval } from './compare/counts.ts'
export { type CycleChange, cycleChange } from './compare/cycleChange.ts'
export type { MatchedFunctions } from './compare/matchAll.ts'
export { pathsOfSide } from './compare/pathsOfSide.ts'
export { wayOfSide } from './compare/wayOfSide.ts'
export type { Normalisation, TimeKind } from './compare/weigh.ts'
export type { Card, Named, Place } from './diagnose/card.ts'
export { type Diagnosis, diagnose } from './diagnose/diagnose.ts'
export { type DiagnosisInput, diagnosisInput } from './diagnose/input.ts'
export { digitsIn, MINUS, THIN } from './digits.ts'
export { dotLabel, dotTooltip } from './export/dotText.ts'
export { type Format, type FormatName, formats, writeFormat } from './export/formats.ts'
export { overflowing, writeGmonSum } from './export/gmonSum.ts'
export { printReport, printRun } from './export/gprofReport.ts'
export { printable } from './export/printable.ts'
export { processesToCsv, processesToJson } from './export/processTables.ts'
export { LineKind } from './export/reportLines.ts'
export type { ReportLink } from './export/reportLinks.ts'
export type { ReportOptions } from './export/reportOf.ts'
export type { ReportAnswers, ReportFacts, ReportLine, ReportQuestion, TextPlace } from './export/reportQuestions.ts'
export { type FileKind, HEAD, kindOfFile } from './fileKind.ts'
export type { Asked } from './heldProfiles.ts'
export type { Issue, Result } from './issue.ts'
export {
  type CostColumns,
  type CostDirection,
  type CostKind,
  type CostLine,
  type CostMap,
  type Decades,
  layoutCostMap,
  linesOfEqualTime,
  placeOnMap,
  pointBeside,
} from './layout/costMap.ts'
export { type LabelPlacement, placeEdgeLabels } from './layout/edgeLabels.ts'
export {
  type FlameOptions,
  layoutFlame,
  USUAL_CUT,
} from './layout/flame.ts'
export {
  arcOfBox,
  boxAround,
  boxAt,
  boxBeside,
  boxesBelow,
  boxOfPath,
  firstEndingAfter,
  isInside,
  mostOf,
  ownWidth,
  pathOf,
  undrawnBelow,
  widestBoxOf,
} from './layout/flameBoxes.ts'
export {
  BoxKind,
  type BoxRow,
  cycleOf,
  depthOf,
  endOf,
  type FlameTable,
  kindOf,
  levelEnd,
  levelsOf,
} from './layout/flameTable.ts'
export * from './layout/graph.ts'
export type { GraphAnswer, GraphRequest } from './layout/graphWorker.ts'
export type { GraphText, GraphToLayOut } from './layout/layOutGraph.ts'
export type { GraphLayout } from './layout/runGraphviz.ts'
export { type GraphParts, partsOf } from './layout/steady/parts.ts'
export { MORE_LABEL, NOT_LISTED_LABEL } from './layout/unfold.ts'
export { demangle } from './parse/demangle/demangle.ts'
export { orderByOddity } from './processes/oddity.ts'
export { comparePaths } from './processes/processNames.ts'
export {
  type ProcessRow,
  type ProcessTable,
  processesByName,
  ticksByFunction,
  timeOfTick,
} from './processes/processTable.ts'
export { type Selection, selectedRows, selectProcesses } from './processes/selectProcesses.ts'
export * from './profile.ts'
export type { ProcessSet, ProfileRead } from './profileRead.ts'
export type { ArcProvenance } from './provenance/arcProvenance.ts'
export type { ArcRecord, ArcRecords } from './provenance/arcRecords.ts'
export type { ArcTerm } from './provenance/arcTerms.ts'
export type { CallSite, SourceLine } from './provenance/callSites.ts'
export type { CycleProvenance } from './provenance/cycleProvenance.ts'
export type { FunctionProvenance, TotalTerms } from './provenance/functionProvenance.ts'
export type { Heaviest } from './provenance/heaviest.ts'
export type { ProcessShare, ProcessShares } from './provenance/processShares.ts'
export { type FiguresAsked, type Provenance, provenanceOf } from './provenance/provenance.ts'
export type { FigureLine, Span } from './provenance/reportFigures.ts'
export type { FunctionTerm } from './provenance/selfTerms.ts'
export type { HistogramRecord, SymbolBin, SymbolBins, TickStrip } from './provenance/symbolBins.ts'
export type { WholeProvenance, WholeRecords } from './provenance/wholeProvenance.ts'
export { calleeArcs } from './query/adjacency.ts'
export { type Bounds, boundsOf, isExact, kindOfArc } from './query/bounds.ts'
export { type Colouring, type ColourSteps, colourings, colourSteps, heatOf } from './query/colouring.ts'
export type { CycleCut, CycleCuts } from './query/cycle/breakCycle.ts'
export { displayLabel, displayName, type Naming, namingsOf } from './query/displayName.ts'
export { allCalls, type Entry, entryOf, isInner, membersOf } from './query/entry.ts'
export { adoptFindings, type Findings } from './query/findings.ts'
export type { Around } from './query/graph/area.ts'
export type { ElidedLink } from './query/graph/chooseEdges.ts'
export { type Opened, USUAL_MIN_SHARE } from './query/graph/chooseFunctions.ts'
export { chooseGraph, type GraphOptions, type VisibleGraph } from './query/graph/chooseGraph.ts'
export { type HiddenSum, heaviestSums } from './query/graph/hiddenSums.ts'
export { groupsOf, type NameGroups } from './query/groups.ts'
export { type GraphPath, heaviestPaths } from './query/heaviestPaths.ts'
export { heaviestRoot, type Root } from './query/heaviestRoot.ts'
export { cycleLabel, foldMiddle, foldName, functionByLabel, labelsOf } from './query/names.ts'
export { type Column, columnOf, orderRows } from './query/rows.ts'
export { findMatches, type Matches } from './query/search.ts'
export { isExpression } from './query/searchText.ts'
export { shortName } from './query/shortName.ts'
export { totalOf } from './query/totals.ts'
export { visibleText } from './query/visibleText.ts'
export { type WordFigures, wordFigures } from './query/wordFigures.ts'
export { wordsOfFunction } from './query/wordsOfFunction.ts'
export type {
  Answer,
  DiagnoseAnswer,
  ExportRequest,
  FlameRequest,
  Options,
  Question,
  SelectAnswer,
  TransformAnswer,
} from './questions.ts'
export type { Halves } from './readPair.ts'
export { readFiles, readProfile } from './readProfile.ts'
export { isStripped, type LineRun, type NamedSource, type PairRead, readRun, runByLine } from './readRun.ts'
export { figuresIn, type Said, type Say, type Sentences, sentenceOf } from './saying.ts'
export type { AllSentences } from './sentences.ts'
export { fillHtml, type HtmlContents } from './share/htmlFile.ts'
export { linkLength, parseLink, printLink } from './share/link.ts'
export { packProfile } from './share/packProfile.ts'
export { pruneProfile } from './share/prune.ts'
export { type Packed, type PackResult, pruneToFit } from './share/pruneToFit.ts'
export { unpackProfile } from './share/unpackProfile.ts'
export { shortestEnds } from './shortestEnds.ts'
export { type DroppedFile, sortFiles } from './sortFiles.ts'
export { isTold, saidTitle } from './titles.ts'
export { type Grouping, groupingsOf } from './transform/groupKeys.ts'
export { type Measure, type Measured, measureBy } from './transform/measure.ts'
export { type Applied, applyTransforms, type Step, type Transform } from './transform/transform.ts'
export type { Cheaper, Effect, Saving } from './transform/whatIf.ts'
export { FEWEST_RUNS, type FollowedRuns, MOST_RUNS, type RunsAsked } from './trend/followRuns.ts'
export { hasDates, orderRuns, type RunOrder, runOrders } from './trend/runOrder.ts'
export {
  orderByMovement,
  rangeOfValue,
  type Trend,
  type TrendFigures,
  trendOf,
} from './trend/trendOf.ts'
export { type RankRanges, rankRangesOf } from './uncertainty/rankRanges.ts'
export {
  type Sampled,
  sampledArc,
  sampledCycle,
  sampledPart,
  sampledSelf,
  sampledTotal,
  selfErrorOf,
  type TotalErrors,
  totalErrorsOf,
} from './uncertainty/sampling.ts'
export { type Places, totalPlacesOf } from './uncertainty/totalPlaces.ts'
export { type TotalUncertainty, uncertaintyOfTotal } from './uncertainty/totals.ts'
export type { ProfilesRead, WorkerReply, WorkerRequest } from './worker.ts'
