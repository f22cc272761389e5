//! How points, sizes and rectangles are written and read as data, for `#[serde(with = …)]`: the crate that they come
//! from has no such forms unless everything else that uses it is given them too.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Point, Rect, Size, Vec2};

macro_rules! forms {
    ($($(#[$doc:meta])* $form:ident = $of:literal { $($field:ident),* })*) => {$(
        $(#[$doc])*
        #[derive(Serialize, Deserialize)]
        #[serde(remote = $of, deny_unknown_fields)]
        pub(crate) struct $form { $($field: f64),* }
    )*};
}

forms! {
    /// A point.
    PointForm = "Point" { x, y }
    /// A way.
    Vec2Form = "Vec2" { x, y }
    /// A size.
    SizeForm = "Size" { width, height }
    /// A rectangle.
    RectForm = "Rect" { x0, y0, x1, y1 }
}

/// Points by the name of something.
pub(crate) mod points {
    use super::{BTreeMap, Deserialize, Deserializer, Point, PointForm, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(transparent)]
    struct Form(#[serde(with = "PointForm")] Point);

    /// Writes them.
    pub(crate) fn serialize<Id: Serialize, S: Serializer>(
        points: &BTreeMap<Id, Point>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_map(points.iter().map(|(id, point)| (id, Form(*point))))
    }

    /// Reads them.
    pub(crate) fn deserialize<'de, Id: Deserialize<'de> + Ord, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<Id, Point>, D::Error> {
        let points = BTreeMap::<Id, Form>::deserialize(deserializer)?;
        Ok(points.into_iter().map(|(id, Form(point))| (id, point)).collect())
    }
}
