import { useEffect, useState } from "preact/hooks";

/** A sentence about what was done, or why it was not. */
export interface Notice {
  text: string;
  isError: boolean;
}

const SHOWN_MS = 6000;

/** Shows the latest notice for a moment; screen readers read it. */
export function Notices({ notice }: { notice?: Notice }) {
  const [shown, setShown] = useState<Notice>();
  useEffect(() => {
    setShown(notice);
    const timer = setTimeout(() => setShown(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div class="notices" role="status" aria-live="polite">
      {shown && <p class={shown.isError ? "notice failed" : "notice"}>{shown.text}</p>}
    </div>
  );
}
