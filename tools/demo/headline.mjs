const styled = process.stdout.isTTY && !process.env.NO_COLOR;
const bold = styled ? "\u001b[1m" : "";
const dim = styled ? "\u001b[2m" : "";
const plain = styled ? "\u001b[0m" : "";

/**
 * Prints what comes next, between Pulumi's displays.
 *
 * @param {string} text
 */
export function headline(text) {
  console.log(`\n${bold}── ${text}${plain}`);
}

/**
 * Shows a command as a user would type it.
 *
 * @param {string} text
 */
export function command(text) {
  console.log(`${dim}$ ${text}${plain}`);
}
