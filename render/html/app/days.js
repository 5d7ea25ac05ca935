// Days are counted from 1970-01-01 in the proleptic Gregorian calendar, without any
// clock or zone, so that a day is the same day for every reader.

// civil is the year, month (1-12) and day of a day's number.
export function civil(n) {
  const z = Math.floor(n) + 719468;
  const era = Math.floor(z / 146097), doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const m = mp < 10 ? mp + 3 : mp - 9;
  return { y: yoe + era * 400 + (m <= 2 ? 1 : 0), m, d: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

// number is the number of a day.
export function number(y, m = 1, d = 1) {
  y += Math.floor((m - 1) / 12);
  m = ((m - 1) % 12 + 12) % 12 + 1;
  const yy = m <= 2 ? y - 1 : y;
  const era = Math.floor(yy / 400), yoe = yy - era * 400;
  const doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return era * 146097 + doe - 719468;
}

// weekday counts from Sunday, 0.
export const weekday = (n) => ((Math.floor(n) + 4) % 7 + 7) % 7;

// iso writes a day as 2009-06-23, and a year beyond four digits as EDTF does.
export function iso(n) {
  const { y, m, d } = civil(n), pad = (k) => String(k).padStart(2, "0");
  const year = y > 9999 || y < -9999 ? "Y" + y : (y < 0 ? "-" : "") + String(Math.abs(y)).padStart(4, "0");
  return year + "-" + pad(m) + "-" + pad(d);
}

// parse reads what iso writes; null if it is something else.
export function parse(s) {
  const m = /^(?:Y(-?\d{5,10})|(-?\d{4}))-(\d\d)-(\d\d)$/.exec(s || "");
  if (!m || m[3] < 1 || m[3] > 12 || m[4] < 1 || m[4] > 31) return null;
  return number(Number(m[1] ?? m[2]), Number(m[3]), Number(m[4]));
}
