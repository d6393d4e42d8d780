// The shapes that the figure's modules pass to each other. Centimetres and degrees; never loaded by a browser.

/** A point or direction: x = where the person faces when standing, y = up, z = the person's right. */
export type Vec = [number, number, number];
/** A point on the picture, y up. */
export type Pt = [number, number];
/** A polygon or a stroke. */
export type Poly = Pt[];
/** Centre and radius. */
export type Disc = [Pt, number];
/** Unit vectors of a body segment: forward, up (towards the head), right. */
export type Axes = { f: Vec; u: Vec; r: Vec };
/** A place and its axes. */
export type Segment = { o: Vec; A: Axes };

/** Lengths in cm, and the natural standing curve of the spine in degrees (0 = straight). */
export type Body = {
  spine: number[];
  curve: number[];
  sacrum: number;
  hip: number;
  thigh: number;
  shank: number;
  shoulder: number;
  upper: number;
  fore: number;
};
export type Hair = "short" | "cropped" | "curly" | "bob" | "tied" | "bald";
/** One option of each choice (looks.js), by its id without the choice's. */
export type Chosen = {
  skin: string;
  hair: Hair;
  hue: string;
  head: "bare" | "scarf" | "turban";
  cover: string;
  face: string;
  age: string;
  shape: string;
  height: string;
  sleeves: string;
  top: string;
  legs: string;
  /** a line drawing of the tallest contrast */
  plain: boolean;
};
/** In what people differ. */
export type Person = {
  hair?: Hair;
  /** worn over the hair */
  cover?: "scarf" | "turban";
  beard?: boolean;
  glasses?: boolean;
  /** lines in the face */
  older?: boolean;
  longSleeves?: boolean;
  /** share of a tall person's size, 1 = tall */
  tall?: number;
  /** thickness of arms and legs, 1 = usual */
  limb?: number;
  /** extra natural curve in degrees */
  spine?: number[];
  /** extra cm [width, back, front] at the eight sections of the trunk, crotch to neck */
  add?: number[][];
};

export type LimbName = "legR" | "legL" | "armR" | "armL";
export type Leg = "legR" | "legL";
export type Arm = "armR" | "armL";
/** Toes and sole, or fingers and palm. */
export type Tip = { dir: Vec; nrm: Vec };
/** A limb as it is said; the end is the ankle or the wrist. */
export type LimbPose = {
  /** where the end is held: in the world, or in the axes of segment `in` (forward, up, right) */
  to?: Vec;
  /** pelvis | chest | head | thighR | thighL */
  in?: string;
  /** which way the knee (elbow) points; forwards (backwards and out) when left out */
  pole?: Vec;
  /** where the knee rests on the floor, with `shin` = direction of the lower leg */
  knee?: Vec;
  shin?: Vec;
  /** hip or shoulder: forwards +, 0 = hanging along the trunk */
  flex?: number;
  /** away from the midline + */
  out?: number;
  /** outward rotation + */
  twist?: number;
  /** knee or elbow: 0 = straight, never negative */
  bend?: number;
  /** 0 = right angle, pointed + */
  ankle?: number;
  /** the sole lies flat on the floor, toes this many degrees outwards */
  toe?: number;
  /** heel lifted over planted toes */
  lift?: number;
  /** fingers and palm, in the world or in the axes of `in` */
  hand?: { dir: Vec; palm: Vec };
  /** the same in the world, while a limb is on its way */
  tip?: Tip;
  /** fingers closed towards the palm, degrees; 0 = easy, 90 = round a strap */
  grip?: number;
  /** toes bent up at the ball of the foot, degrees; as far as the heel is lifted when left out */
  toes?: number;
  /** 1 before the trunk, -1 behind it; otherwise its depth decides */
  layer?: number;
  /** cm that hand or foot is lifted on its way to here */
  arc?: number;
};
/** The segment that rests. */
export type Anchor = {
  seg: "pelvis" | "chest";
  at: Vec;
  /** 0 upright, 90 face down, -90 on the back */
  lean: number;
  /** to the right about the vertical */
  turn?: number;
  /** to the right about the long axis of the body */
  roll?: number;
  /** the thighs carry the pelvis */
  on?: "knees";
};
/** A posture in numbers. Rows of six: low lumbar, high lumbar, low thoracic, high thoracic, neck, head. */
export type Pose = {
  anchor: Anchor;
  /** forwards + */
  flex?: number[];
  /** to the right + */
  side?: number[];
  /** to the right + */
  turn?: number[];
  /** right and left shoulder raised, cm */
  shrug?: number[];
  /** right and left shoulder forwards, cm */
  push?: number[];
  /** 0 out, 1 in */
  breath?: number;
  /** the head rests on something so high; share 0 to 1 on the way to and from it */
  head?: { cm: number; share: number };
  /** lean until this planted arm is straight to the share k */
  reach?: { limb: LimbName; k: number };
} & Record<LimbName, LimbPose>;

/** What a limb hangs from; s is 1 right, -1 left; a and b are the lengths of its bones. */
export type Place = { leg: boolean; s: 1 | -1; root: Vec; trunk: Axes; held: Segment | undefined; a: number; b: number };
/** A limb in space. `want` is where its end should be; A1, A2 are the axes of its bones. */
export type Limb = Tip & {
  leg: boolean;
  s: 1 | -1;
  root: Vec;
  mid: Vec;
  end: Vec;
  want: Vec;
  A1: Axes;
  A2: Axes;
  layer: number;
  grip: number;
  toes: number;
};
export type Skeleton = {
  /** pelvis, l1, l2, t1, t2 (= chest), neck, head, thighR, thighL */
  S: Record<string, Segment>;
  limbs: Record<LimbName, Limb>;
  breath: number;
  /** a place in the axes of a segment */
  at: (segment: string, x: number, y: number, z?: number) => Vec;
};

/** X picture right, Y picture up, Z towards the viewer; tilt in degrees looking down. */
export type Camera = { X: Vec; Y: Vec; Z: Vec; tilt: number; pt: (v: Vec) => Pt; depth: (v: Vec) => number };

/** Both sides of a swept shape, in the same order. */
export type Sides = { L: Poly; R: Poly };
/** [share of the bone, front, back half-width in cm] */
export type Stations = readonly (readonly [number, number, number])[];
export type LegShape = { cloth: Poly[]; skin: Poly[]; toes: Poly[]; swept: Sides[]; short: number };
/** `lower` is the part of a long sleeve with a contour of its own; `sleeve` its sides at the shoulder. */
export type ArmShape = {
  skin: Poly[];
  fingers: Poly[];
  cloth: Poly[];
  lower: Poly[];
  /** the sleeve at the shoulder */
  cap: Poly;
  sleeve: Sides & { short?: number };
  bare: Sides[];
  dressed: Sides[];
  /** what lies over the sleeve when the forearm is folded before the upper arm */
  over: { skin: Poly[]; lower: Poly[]; elbow: Poly; bare: Sides[] } | null;
};
/** The head drawn from the front round to the back, a drawing every 45 degrees. */
export type Views = readonly [Poly, Poly, Poly, Poly, Poly];
/** Where the face looks: g degrees from the viewer; `put` a drawn point, `on` a place on the round face. */
export type Gaze = { g: number; put: (p: Pt) => Pt; on: (deg: number, y: number, r?: number) => Pt };
/** Lines of a face, fine ones, and pupils. */
export type Features = { lines: Poly[]; fine: Poly[]; pupils: Poly[] };
export type HeadShape = Features & {
  /** where the face looks, degrees from the viewer */
  g: number;
  face: Poly;
  hair: Poly[];
  cover: Poly[];
  opening: Poly[];
  beard: Poly[];
  ears: Poly[];
  earsBehind: Poly[];
  bun: Poly[];
};

/** Presentation attributes. */
export type Look = Readonly<Record<string, string | number>>;
/** One path; `look` is a key of LOOKS. */
export type Part = { id: string; look: string; d: string; opacity?: number };
/** A near arm; light may glow on its sleeve, under what lies over it. */
export type Group = { id: string; opacity: number; parts: Part[]; over: Part[]; sleeve: Poly[] };
/** What the outlines of one frame are made from. */
export type View = { cam: Camera; G: Skeleton; person: Person; k: number; trunk: Sides & { back: Poly } };
export type Picture = {
  /** everything under the light in the clothes */
  parts: Part[];
  /** neck and head, which no light falls on */
  head: Part[];
  /** the near arms; one that comes from behind the trunk fades in */
  arms: Group[];
  /** where light may glow: in the clothes */
  body: Poly[];
  /** the whole silhouette */
  outline: Poly[];
  /** the line of the back, pelvis to shoulders */
  back: Poly;
};
/** A shadow in path units, y up. */
export type Oval = { cx: number; cy: number; rx: number; ry: number; opacity: number };
/** Circles of light in path units, and the path they are seen in. */
export type Light = { clip: string; circles: { cx: number; cy: number; r: number }[] };
/** The light in the clothes, and on the sleeve of each near arm. */
export type Glow = { body: Light; sleeves: Light[] };

/** x along the fingers or toes, y off the palm or up from the sole, z to the thumb or outwards, radius; cm. */
export type Ball = readonly [number, number, number, number];

/** Kind and measures in cm. */
export type Prop = { kind: string } & Record<string, any>;
/** x, y, width, height of the picture; y down, 0 = the floor under the pelvis. */
export type Box = [number, number, number, number];
export type Side = "right" | "left" | null;
/** What render/drawing.py sends. */
export type Drawing = {
  /** turn and tilt of the camera */
  cam: [number, number];
  box: Box;
  props: Prop[];
  glow: string | null;
  eyes: "open" | "closed";
  backline: boolean;
  /** how the left side is shown */
  mirror: "body" | "view";
  /** the posture whose dashed outline shows where the movement goes */
  ghost: string;
  /** 0 to 1: how far of the way to each posture it moves */
  range: number;
  first: string;
  poses: Record<string, Pose>;
  loop: { posture: string; s: number }[];
  /** postures flow into each other without a rest, as in walking */
  flow?: boolean;
  /** from where the range counts, for postures of a level that begins in another one than `first` */
  bases: Record<string, string>;
};
/** A moment of a movement. `from` may be a pose in between; u is not eased; the drawing's own breath and range otherwise. */
export type Moment = {
  from: string | Pose;
  to: string;
  u: number;
  breath?: number | undefined;
  side?: Side | undefined;
  range?: number | undefined;
  /** the posture whose outline is dashed; the drawing's own otherwise */
  ghost?: string | undefined;
};
export type Stage = ReturnType<typeof import("./figure.js").stage>;
export type Frame = ReturnType<typeof import("./figure.js").frame>;
