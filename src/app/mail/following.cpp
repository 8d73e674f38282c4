#include "app/mail/following.hpp"

#include "app/act/transaction.hpp"
#include "app/mail/post.hpp"
#include "base/digest.hpp"
#include "base/signer.hpp"
#include "domain/field.hpp"
#include "domain/mail/address.hpp"
#include "store/document/document_store.hpp"
#include "store/document/trace_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/mail/subscriber_store.hpp"
#include "store/site/site_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

constexpr std::string_view purpose = "medskapa.link.v1\nfollower";
constexpr int digests_at_once = 200;  // each a few rows: the writer waits a few milliseconds
constexpr std::chrono::days kept_unconfirmed{3};

bool is_public(const Act& act, const std::string& subject) {
    const auto followed = read_followed(subject);
    if (!followed) return false;
    if (followed->kind == Followed::Kind::process) return true;
    if (followed->kind == Followed::Kind::inspel) {
        const auto inspel = store::inspel_numbered(act.db(), act.process().id, followed->number);
        return inspel && inspel->state == Inspel::State::published;
    }
    const auto node = store::node_named(act.db(), act.process().id, followed->code);
    return node && store::is_public(act.db(), node->node.id);
}

Subscriber new_subscriber(
    const Act& act, const std::string& address, const std::string& language, Day today) {
    Subscriber subscriber{.process = act.process().id, .address = address, .language = language};
    subscriber.public_id = hex(random_bytes(12));
    subscriber.made_at = act.now();
    subscriber.told_until = today;
    subscriber.id = store::add(tx(act), subscriber);
    return subscriber;
}

Result<Subscriber> asked_for(const Act& act, const FollowerLink& link) {
    auto subscriber = subscriber_of_link(act.db(), act.process(), link);
    if (!subscriber) return refuse(Failure::Kind::not_found);
    return *std::move(subscriber);
}

void post_digest(const Act& act, Subscriber subscriber, Day today) {
    const auto process = store::find_process(act.db(), subscriber.process);
    post(in_process(act, process.value()),
        {.kind = Mail::Kind::digest,
            .language = subscriber.language,
            .subscriber = subscriber.id,
            .since = subscriber.told_until},
        subscriber.address);
    subscriber.told_until = today;
    store::change(tx(act), subscriber);
}

}  // namespace

std::string link_of(const Subscriber& subscriber, const std::string& secret) {
    return sign(purpose, subscriber.public_id, secret);
}

std::optional<Subscriber> subscriber_of_link(
    sql::Connection& db, const Process& process, const FollowerLink& asked) {
    const auto public_id = verify(purpose, asked.link, asked.secret);
    auto subscriber = public_id ? store::subscriber_named(db, *public_id) : std::nullopt;
    if (!subscriber || subscriber->process != process.id) return std::nullopt;
    return subscriber;
}

Result<bool> follow(Permitted<Action::follow_inspel> act, const std::string& typed_address,
    const std::string& subject, const std::string& language, Day today) {
    tx(act).changes_no_page();
    const auto address = mail_address(typed_address);
    if (!address)
        return refuse(Failure::Kind::invalid,
            {{Field::email, N_("Write an e-mail address with @, for example name@example.org")}});
    if (!is_public(act, subject)) return refuse(Failure::Kind::not_found);
    auto subscriber = store::subscriber_with_address(act.db(), act.process().id, *address);
    if (!subscriber) subscriber = new_subscriber(act, *address, language, today);
    const auto mail = post(act,
        {.kind = Mail::Kind::confirmation, .language = language, .subscriber = subscriber->id}, *address);
    if (mail) store::add(tx(act), {subscriber->id, act.process().id, subject, false});
    return true;
}

Result<Subscriber> confirm_following(Permitted<Action::follow_inspel> act, const FollowerLink& link) {
    tx(act).changes_no_page();
    auto subscriber = asked_for(act, link);
    if (!subscriber) return subscriber;
    if (!subscriber->confirmed_at) subscriber->confirmed_at = act.now();
    store::change(tx(act), *subscriber);
    store::confirm_subjects(tx(act), subscriber->id);
    return subscriber;
}

Result<Subscriber> choose_following(Permitted<Action::follow_inspel> act, const FollowerLink& link,
    Subscriber::Pace pace, const std::vector<std::string>& subjects) {
    tx(act).changes_no_page();
    auto subscriber = asked_for(act, link);
    if (!subscriber) return subscriber;
    subscriber->pace = pace;
    store::change(tx(act), *subscriber);
    for (const auto& one : store::subjects_of(act.db(), subscriber->id))
        if (std::find(subjects.begin(), subjects.end(), one.subject) == subjects.end())
            store::remove(tx(act), subscriber->id, one.subject);
    return subscriber;
}

Result<bool> stop_following(Permitted<Action::follow_inspel> act, const FollowerLink& link) {
    tx(act).changes_no_page();
    const auto public_id = verify(purpose, link.link, link.secret);
    const auto subscriber = public_id ? store::subscriber_named(act.db(), *public_id) : std::nullopt;
    if (!public_id || (subscriber && subscriber->process != act.process().id))
        return refuse(Failure::Kind::not_found);
    if (subscriber) store::remove(tx(act), subscriber->id);
    return true;
}

Result<int> write_digests(Permitted<Action::administer> act, LocalTime now) {
    tx(act).changes_no_page();
    int done = 0;
    const auto today = std::chrono::floor<std::chrono::days>(now);
    for (const auto& subscriber : store::untold(act.db(), today, digests_at_once))
        if (is_digest_due(subscriber, now)) {
            post_digest(act, subscriber, today);
            ++done;
        }
    for (const auto& one : store::unconfirmed(act.db(), act.now() - kept_unconfirmed, digests_at_once)) {
        store::remove(tx(act), one.id);
        ++done;
    }
    return done;
}

}  // namespace medskapa::app
