import type { NodeAnnouncement } from '@okaeri/contracts';

/**
 * The node that a new room goes to, or `null` when none may take it. Where a room may be is a rule: a node in another
 * country, or in none that we know, is no candidate however idle it is. Load only orders what is left.
 */
export function pickNode(
  nodes: readonly NodeAnnouncement[],
  wanted: { countries: readonly string[] | null },
): NodeAnnouncement | null {
  const candidates = nodes.filter(
    (node) =>
      !node.draining &&
      node.workers > 0 &&
      (wanted.countries === null || (node.country !== null && wanted.countries.includes(node.country))),
  );
  return candidates.sort(byLoad)[0] ?? null;
}

/** Announcements are two seconds old, so small differences of load mean nothing: then the node with fewer people. */
function byLoad(a: NodeAnnouncement, b: NodeAnnouncement): number {
  return (
    Math.round(a.load * 10) - Math.round(b.load * 10) ||
    a.seats - b.seats ||
    a.rooms - b.rooms ||
    a.nodeId.localeCompare(b.nodeId)
  );
}
