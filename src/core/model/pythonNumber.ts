/** A number as Python prints it. */
export function numberText(value: number, float: boolean): string {
  if (!float) return value.toFixed(0);
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const [digits = "0", exponentText = "0"] = value.toExponential().split("e");
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const sign = exponent < 0 ? "-" : "+";
    return `${digits}e${sign}${Math.abs(exponent).toString().padStart(2, "0")}`;
  }
  // JavaScript goes over to exponents later than Python at the small end and earlier nowhere: below 1e16 both print digits.
  const plain = exponent < 0 ? fraction(digits, exponent) : String(value);
  return /[.]/.test(plain) ? plain : Object.is(value, -0) ? "-0.0" : `${plain}.0`;
}

function fraction(digits: string, exponent: number): string {
  const negative = digits.startsWith("-") ? "-" : "";
  return `${negative}0.${"0".repeat(-exponent - 1)}${digits.replace("-", "").replace(".", "")}`;
}
