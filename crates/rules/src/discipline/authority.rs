//! Who may impose what, and whether a team examines.

use jiff::civil::Date;

use crate::law::{
    Dated as _, Law, NotInForce, ProvisionId,
    discipline::{Authority, Capacity, Level, Post, TeamNeed},
    holding,
};

/// Everyone who may impose a sanction of `level` on the holder of a `post`, with the provision.
///
/// Source: PP 94/2021 art. 16–22.
///
/// # Errors
///
/// [`NotInForce`] if nothing says on that day who may.
pub fn officers_for(
    law: &Law,
    level: Level,
    post: Post,
    date: Date,
) -> Result<Vec<(Capacity, ProvisionId)>, NotInForce> {
    let topics = law.discipline.authorities.values();
    let in_force: Vec<&Authority> =
        topics.filter_map(|topic| holding(&topic.values, date, date)).collect();
    if in_force.is_empty() {
        return Err(NotInForce { title: "discipline.authority".to_owned(), date });
    }
    let mut officers: Vec<_> = in_force
        .into_iter()
        .filter(|authority| {
            authority.grants.iter().any(|grant| {
                grant.level == level && (grant.posts.is_empty() || grant.posts.contains(&post))
            })
        })
        .map(|authority| (authority.capacity, authority.head().provision))
        .collect();
    officers.sort_by_key(|(capacity, _)| std::cmp::Reverse(*capacity));
    Ok(officers)
}

/// The provision by which an officer may impose a sanction of `level` on the holder of a `post`;
/// `None` if the officer may not.
///
/// # Errors
///
/// As [`officers_for`].
pub fn may_impose(
    law: &Law,
    capacity: Capacity,
    (level, post): (Level, Post),
    date: Date,
) -> Result<Option<ProvisionId>, NotInForce> {
    let officers = officers_for(law, level, post, date)?;
    Ok(officers.into_iter().find(|(known, _)| *known == capacity).map(|(_, provision)| provision))
}

/// Whether a team must examine a breach of `level`, with the provision.
///
/// Source: PP 94/2021 art. 27.
///
/// # Errors
///
/// [`NotInForce`] if nothing says so on that day.
pub fn team_need(
    law: &Law,
    level: Level,
    date: Date,
) -> Result<(TeamNeed, ProvisionId), NotInForce> {
    let team = law.value_on(&law.discipline.team, "discipline.team", date, date)?;
    Ok((team.need(level), team.head().provision))
}
