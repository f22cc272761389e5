//! The only places where a number may lose something.

/// The nearest `f32`; infinities and NaN stay what they are.
pub const fn f32_from(value: f64) -> f32 {
    value as f32
}

/// The number of whole pixels that hold `length`, at least 1; NaN gives 1.
pub fn pixels_from(length: f64) -> u32 {
    // Float-to-integer casts saturate, so a huge length stays huge for the caller to refuse.
    (length - 1e-6).ceil().max(1.0) as u32
}

/// How many whole ones there are in `value`; none in what is negative or NaN.
pub const fn whole_from(value: f64) -> usize {
    value as usize
}

/// `value` rounded to hundredths, the precision of files and pictures; never `-0.0`.
pub fn quantise(value: f64) -> f64 {
    (value * 100.0).round() / 100.0 + 0.0
}

/// `value` as places are kept: in half hundredths.
///
/// That is where the middle of something lies whose size is in hundredths. Rounded to hundredths it would creep, and a
/// straight line to its middle would bend.
pub fn quantise_place(value: f64) -> f64 {
    (value * 200.0).round() / 200.0 + 0.0
}

/// The least length of anything that has one, in files and after a layout.
const LEAST_LENGTH: f64 = 0.01;

/// `length` rounded to hundredths; what is there at all stays longer than nothing.
pub fn quantise_length(length: f64) -> f64 {
    quantise(length).max(LEAST_LENGTH)
}

/// The nearest whole number that counts something; 0 for negative numbers and NaN.
pub fn nearest_count(value: f64) -> usize {
    value.round().max(0.0) as usize
}

/// A length as a price in whole units; 0 for negative numbers and NaN, the greatest price for infinity.
pub fn price_of(length: f64) -> u32 {
    length.round().max(0.0) as u32
}

/// The greatest whole number that is not above `value`; NaN gives 0.
pub const fn floor_to_i64(value: f64) -> i64 {
    value.floor() as i64
}
