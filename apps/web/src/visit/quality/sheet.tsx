/** How the links are, for the curious. */
export default function QualitySheet() {
  return null;
}
