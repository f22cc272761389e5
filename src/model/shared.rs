//! How shared records are written and read as data, for `#[serde(with = …)]`: each as if it were not shared.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Records by id.
pub(super) mod by_id {
    use super::{Arc, BTreeMap, Deserialize, Deserializer, Serialize, Serializer};

    /// Writes them.
    pub(in crate::model) fn serialize<Id: Serialize, T: Serialize, S: Serializer>(
        records: &BTreeMap<Id, Arc<T>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_map(records.iter().map(|(id, record)| (id, record.as_ref())))
    }

    /// Reads them.
    pub(in crate::model) fn deserialize<'de, Id, T, D>(
        deserializer: D,
    ) -> Result<BTreeMap<Id, Arc<T>>, D::Error>
    where
        Id: Deserialize<'de> + Ord,
        T: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        let records = BTreeMap::<Id, T>::deserialize(deserializer)?;
        Ok(records.into_iter().map(|(id, record)| (id, Arc::new(record))).collect())
    }
}

/// Records in order.
pub(super) mod in_order {
    use super::{Arc, Deserialize, Deserializer, Serialize, Serializer};

    /// Writes them.
    pub(in crate::model) fn serialize<T: Serialize, S: Serializer>(
        records: &[Arc<T>],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(records.iter().map(AsRef::as_ref))
    }

    /// Reads them.
    pub(in crate::model) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Arc<T>>, D::Error> {
        Ok(Vec::<T>::deserialize(deserializer)?.into_iter().map(Arc::new).collect())
    }
}
