use super::{audit, noon};
use crate::{
    Store,
    messages::{Channel, ReaderState},
};

/// What readers chose and how far they were told; neither ever goes back.
pub(super) async fn readers_and_how_far<S: Store>(store: &S) {
    assert_eq!(store.readers().await.expect("readers"), []);
    assert_eq!(store.reader(7).await.expect("a reader"), None);
    let choose = async |account, settings: &str| {
        store.choose(account, settings, audit("message.choose")).await.expect("a choice is kept");
    };
    choose(7, "{\"hour\":6}").await;
    choose(7, "{\"hour\":9}").await;
    store.note_looked(3, noon("10-02")).await.expect("noted");
    store.note_looked(3, noon("10-01")).await.expect("noted");
    let told = async |channel, accounts: &[i64], until| {
        store.note_told(channel, accounts, noon(until)).await.expect("noted");
    };
    told(Channel::Email, &[7, 3], "10-05").await;
    told(Channel::Email, &[7], "10-04").await;
    told(Channel::Webhook, &[7], "10-03").await;
    told(Channel::Webhook, &[], "10-09").await;
    let three = ReaderState {
        looked: Some(noon("10-02")),
        told_by_email: Some(noon("10-05")),
        ..ReaderState::new(3)
    };
    let seven = ReaderState {
        settings: "{\"hour\":9}".to_owned(),
        told_by_email: Some(noon("10-05")),
        told_by_webhook: Some(noon("10-03")),
        ..ReaderState::new(7)
    };
    assert_eq!(store.reader(7).await.expect("a reader"), Some(seven.clone()));
    assert_eq!(store.readers().await.expect("readers"), [three, seven]);
    let log = store.audit(100).await.expect("audit");
    assert_eq!(log.len(), 2, "only choices are deeds");
}
