import { Component, type ComponentType, createElement } from "preact";

/** A component that is drawn again only for other properties. */
export function memo<Props extends object>(
  inner: ComponentType<Props>,
  isSame: (one: Props, other: Props) => boolean = isShallowEqual,
): ComponentType<Props> {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return !isSame(this.props as Props, next);
    }

    override render() {
      return createElement(inner, this.props as Props);
    }
  };
}

function isShallowEqual(one: object, other: object): boolean {
  const [mine, theirs] = [Object.entries(one), Object.entries(other)];
  return (
    mine.length === theirs.length &&
    mine.every(([key, value]) => (other as Record<string, unknown>)[key] === value)
  );
}
