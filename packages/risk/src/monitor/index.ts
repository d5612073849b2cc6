/** How well selection does, and when a model has to be trained again. */
export { fairSample } from "./feature-drift.ts";
export { type MonitoredRun, type Picked, type Sample, sampleOf } from "./outcome.ts";
export { type Performance, performanceOf } from "./performance.ts";
export { alarmsOf, type Retraining, retrainingDue, USUAL_RETRAINING } from "./retraining.ts";
export { watchedFeatures } from "./watched-features.ts";
export { weightsOf } from "./weights.ts";
