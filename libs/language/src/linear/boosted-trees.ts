import { seededRandom } from './random.js';

/** One regression tree: node n splits on `feature[n] <= threshold[n]` into `left[n]`/`right[n]`; a leaf has feature −1 and a value. */
interface Tree {
  readonly feature: Int32Array;
  readonly threshold: Float32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly value: Float32Array;
}

/** A sum of trees for a two-class problem. */
export interface BoostedTrees {
  readonly base: number;
  readonly trees: readonly Tree[];
}

/** How to grow them. */
export interface BoostedTreesTraining {
  readonly seed: number;
  readonly rounds: number;
  readonly depth: number;
  readonly shrinkage: number;
  /** Share of the examples each tree sees. */
  readonly exampleShare: number;
  /** Share of the features each tree sees. */
  readonly featureShare: number;
  /** L2 on leaf values. */
  readonly l2: number;
  /** Least sum of curvatures (about four times the examples) in a leaf. */
  readonly leafWeight: number;
}

/**
 * Gradient-boosted trees with the logistic loss and second-order leaves (Friedman, 2001; Chen and Guestrin, 2016), for some
 * thousands of examples with some hundreds of dense features; exact splits between distinct values, at most 64 a feature.
 */
export function trainBoostedTrees(
  examples: readonly Float32Array[],
  positive: readonly boolean[],
  training: BoostedTreesTraining,
): BoostedTrees {
  const { rounds, shrinkage, exampleShare, featureShare, seed } = training;
  const random = seededRandom(seed);
  const width = examples[0]?.length ?? 0;
  const cuts = Array.from({ length: width }, (_, feature) => cutsOf(examples, feature));
  const bins = binned(examples, cuts);
  const rate = positive.filter(Boolean).length / Math.max(1, positive.length);
  const base = Math.log((rate + 1e-6) / (1 - rate + 1e-6));
  const logits = new Float32Array(examples.length).fill(base);
  const gradients = new Float32Array(examples.length);
  const curvatures = new Float32Array(examples.length);
  const useful = cuts.flatMap((list, feature) => (list.length > 0 ? [feature] : []));
  const trees: Tree[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const members: number[] = [];
    for (let at = 0; at < examples.length; at += 1) {
      const chance = 1 / (1 + Math.exp(-logits[at]!));
      gradients[at] = chance - (positive[at] ? 1 : 0);
      curvatures[at] = Math.max(1e-6, chance * (1 - chance));
      if (random() < exampleShare) members.push(at);
    }
    const features = useful.filter(() => random() < featureShare);
    const tree = growTree({ bins, cuts, gradients, curvatures, features, training }, members);
    for (let leaf = 0; leaf < tree.value.length; leaf += 1) tree.value[leaf]! *= shrinkage;
    for (let at = 0; at < examples.length; at += 1) logits[at]! += treeValue(tree, examples[at]!);
    trees.push(tree);
  }
  return { base, trees };
}

/** The logit of one example. */
export function scoreBoostedTrees(model: BoostedTrees, example: Float32Array): number {
  let logit = model.base;
  for (const tree of model.trees) logit += treeValue(tree, example);
  return logit;
}

function treeValue(tree: Tree, example: Float32Array): number {
  let node = 0;
  while (tree.feature[node]! >= 0)
    node = example[tree.feature[node]!]! <= tree.threshold[node]! ? tree.left[node]! : tree.right[node]!;
  return tree.value[node]!;
}

const MOST_CUTS = 64;

function cutsOf(examples: readonly Float32Array[], feature: number): number[] {
  const values = Float32Array.from(examples, (example) => example[feature]!).sort();
  const cuts: number[] = [];
  const step = Math.max(1, Math.floor(values.length / MOST_CUTS));
  let since = 0;
  for (let at = 1; at < values.length; at += 1) {
    since += 1;
    if (values[at] === values[at - 1]) continue;
    // Rare values at either end get their own cut, frequent ones are never split.
    if (since < step && cuts.length > 0 && at < values.length - 3) continue;
    cuts.push((values[at]! + values[at - 1]!) / 2);
    since = 0;
  }
  return cuts.length > 200 ? cuts.slice(0, 200) : cuts;
}

function binned(examples: readonly Float32Array[], cuts: readonly (readonly number[])[]): Uint8Array[] {
  return cuts.map((list, feature) =>
    Uint8Array.from(examples, (example) => {
      let bin = 0;
      while (bin < list.length && example[feature]! > list[bin]!) bin += 1;
      return bin;
    }),
  );
}

interface Growth {
  readonly bins: readonly Uint8Array[];
  readonly cuts: readonly (readonly number[])[];
  readonly gradients: Float32Array;
  readonly curvatures: Float32Array;
  readonly features: readonly number[];
  readonly training: BoostedTreesTraining;
}

function growTree(growth: Growth, all: readonly number[]): Tree {
  const nodes: { feature: number; threshold: number; left: number; right: number; value: number }[] = [];
  const grow = (members: readonly number[], depth: number): number => {
    const id = nodes.length;
    const node = { feature: -1, threshold: 0, left: 0, right: 0, value: leafValue(growth, members) };
    nodes.push(node);
    const split = depth === 0 ? undefined : bestSplit(growth, members);
    if (split === undefined) return id;
    const column = growth.bins[split.feature]!;
    node.feature = split.feature;
    node.threshold = growth.cuts[split.feature]![split.cut]!;
    node.left = grow(
      members.filter((at) => column[at]! <= split.cut),
      depth - 1,
    );
    node.right = grow(
      members.filter((at) => column[at]! > split.cut),
      depth - 1,
    );
    return id;
  };
  grow(all, growth.training.depth);
  return {
    feature: Int32Array.from(nodes, (node) => node.feature),
    threshold: Float32Array.from(nodes, (node) => node.threshold),
    left: Int32Array.from(nodes, (node) => node.left),
    right: Int32Array.from(nodes, (node) => node.right),
    value: Float32Array.from(nodes, (node) => node.value),
  };
}

function leafValue({ gradients, curvatures, training }: Growth, members: readonly number[]): number {
  let [gradient, curvature] = [0, 0];
  for (const at of members) {
    gradient += gradients[at]!;
    curvature += curvatures[at]!;
  }
  return -gradient / (curvature + training.l2);
}

function bestSplit(growth: Growth, members: readonly number[]): { feature: number; cut: number } | undefined {
  const { bins, cuts, gradients, curvatures, features, training } = growth;
  const sumG = new Float64Array(256);
  const sumH = new Float64Array(256);
  let best: { feature: number; cut: number } | undefined;
  let bestGain = 1e-4;
  for (const feature of features) {
    const column = bins[feature]!;
    const last = cuts[feature]!.length;
    sumG.fill(0, 0, last + 1);
    sumH.fill(0, 0, last + 1);
    let [allG, allH] = [0, 0];
    for (const at of members) {
      const bin = column[at]!;
      sumG[bin]! += gradients[at]!;
      sumH[bin]! += curvatures[at]!;
      allG += gradients[at]!;
      allH += curvatures[at]!;
    }
    const whole = allG ** 2 / (allH + training.l2);
    let [leftG, leftH] = [0, 0];
    for (let cut = 0; cut < last; cut += 1) {
      leftG += sumG[cut]!;
      leftH += sumH[cut]!;
      if (leftH < training.leafWeight || allH - leftH < training.leafWeight) continue;
      const gain =
        leftG ** 2 / (leftH + training.l2) + (allG - leftG) ** 2 / (allH - leftH + training.l2) - whole;
      if (gain > bestGain) {
        bestGain = gain;
        best = { feature, cut };
      }
    }
  }
  return best;
}
