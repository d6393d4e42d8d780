/** What a way between two positions is made of. Lengths in cm, angles in degrees. */

import type { Box, Camera, Pose, Prop, Stage, Vec } from "./types.js";

/** Where one world lies in another: turned to the right about the vertical, degrees, then moved. */
export type Placement = { turn: number; by: Vec };
/** What is shown of the world, measured from where the eye looks: left, right, top and bottom, cm, y up. */
export type Edges = [number, number, number, number];
/** Something around the person, where it stands in the common world of a way. */
export type Thing = { prop: Prop; placement: Placement; opacity: number };
/** A posture on a way, in the common world. */
export type WayHalt = { pose: Pose; eye: number };
/**
 * A way begins or ends in a posture of a movement, in a posture of the way itself, or where another way was left.
 * `back`: the body first comes back to where its movement began.
 */
export type WayEnd = { on: Stage | null; pose: Pose; station: Pose | null; eye: number; shot?: Shot; back?: string };
/** One moment of a way: the pose and how it is seen. `ground`: the floor's line in the picture, cm. */
export type Shot = {
  pose: Pose;
  turn: number;
  tilt: number;
  cam: Camera;
  box: Box;
  edges: Edges;
  ground: number;
  things: Thing[];
  mirrored: boolean;
};
