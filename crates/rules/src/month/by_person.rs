//! The punches of everybody, dealt out by person.

use civil::Wall;

/// The readings of many people, each person's in order of time and each once.
#[derive(Clone, Debug, Default)]
pub struct ByPerson {
    /// Where each person's readings begin and end.
    places: Vec<(u32, u32)>,
    readings: Vec<Wall>,
}

impl ByPerson {
    /// Deals out punches that are in any order: the place of the person, from 0, and the reading.
    /// The iterator is run twice: a counting sort by person, which touches each punch twice and
    /// needs no comparison; then each person's few readings by time, where they are not in order
    /// already.
    ///
    /// # Panics
    ///
    /// Panics if the place of a person is `people` or more, or if there are 2³² punches.
    #[must_use]
    pub fn of(people: usize, punches: impl Iterator<Item = (u32, Wall)> + Clone) -> Self {
        const UNKNOWN: &str = "every punch is of one of the people";
        let mut places = vec![(0_u32, 0_u32); people];
        for (person, _) in punches.clone() {
            places.get_mut(person as usize).expect(UNKNOWN).1 += 1;
        }
        let mut begins = 0_u32;
        for place in &mut places {
            let count = place.1;
            *place = (begins, begins);
            begins = begins.checked_add(count).expect("fewer than 2^32 punches");
        }
        let mut readings = vec![Wall(0); begins as usize];
        for (person, reading) in punches {
            let (_, end) = places.get_mut(person as usize).expect(UNKNOWN);
            *readings.get_mut(*end as usize).expect("room was counted") = reading;
            *end += 1;
        }
        for (begin, end) in &mut places {
            let mine = readings.get_mut(*begin as usize..*end as usize).unwrap_or_default();
            if !mine.is_sorted_by(|before, after| before < after) {
                *end = *begin + sort_and_drop_repeats(mine);
            }
        }
        Self { places, readings }
    }

    /// The readings of a person, by the person's place.
    #[must_use]
    pub fn readings(&self, person: usize) -> &[Wall] {
        self.places
            .get(person)
            .and_then(|(begin, end)| self.readings.get(*begin as usize..*end as usize))
            .unwrap_or_default()
    }
}

/// Puts readings in order, those that differ first, and counts these.
fn sort_and_drop_repeats(readings: &mut [Wall]) -> u32 {
    readings.sort_unstable();
    let mut kept = 0;
    for place in 0..readings.len() {
        let reading = readings.get(place).copied();
        if place == 0 || reading > readings.get(kept - 1).copied() {
            readings.swap(kept, place);
            kept += 1;
        }
    }
    u32::try_from(kept).expect("a part is no longer than the whole")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dealt(people: usize, punches: &[(u32, i64)]) -> Vec<Vec<i64>> {
        let dealt = ByPerson::of(people, punches.iter().map(|(person, at)| (*person, Wall(*at))));
        (0..people)
            .map(|person| dealt.readings(person).iter().map(|reading| reading.0).collect())
            .collect()
    }

    #[test]
    fn everybody_gets_the_own_readings_in_order_and_once() {
        let punches = [(2, 30), (0, 5), (2, 10), (0, 5), (2, 30), (2, 20), (0, 4), (2, 10)];
        assert_eq!(dealt(4, &punches), [vec![4, 5], vec![], vec![10, 20, 30], vec![]]);
        assert_eq!(dealt(0, &[]), Vec::<Vec<i64>>::new());
        assert!(ByPerson::of(1, std::iter::empty()).readings(7).is_empty());
    }

    /// Every order and every repeat of a few punches gives the same.
    #[test]
    fn order_and_repeats_change_nothing() {
        let wanted = [vec![1, 2, 3], vec![1], vec![2, 9]];
        let mut punches = vec![(0, 1), (0, 2), (0, 3), (1, 1), (2, 2), (2, 9)];
        for turn in 0..200 {
            // Swaps that a fixed rule picks walk through many orders.
            let (one, other) = (turn * 7 % punches.len(), (turn * 5 + 3) % punches.len());
            punches.swap(one, other);
            assert_eq!(dealt(3, &punches), wanted, "{punches:?}");
            if turn % 40 == 0 {
                punches.push(punches[turn % punches.len()]);
            }
        }
    }

    #[test]
    #[should_panic(expected = "one of the people")]
    fn a_punch_of_nobody_is_a_fault_of_the_caller() {
        let _ = dealt(2, &[(2, 1)]);
    }
}
