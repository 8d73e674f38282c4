#include "app/own_page/own_acts.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/inspel/inspel.hpp"
#include "app/inspel/withdrawing.hpp"
#include "app/mail/post.hpp"
#include "app/own_page/own_page.hpp"
#include "app/own_page/tie.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/mail/mail_store.hpp"
#include "store/mail/subscriber_store.hpp"
#include "store/own_page/columns.hpp"
#include "store/own_page/own_page_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

Result<OwnSession> own(const Act& act, const std::string& session) {
    auto found = own_session(act.db(), session, act.now());
    if (!found) return refuse(Failure::Kind::not_allowed);
    return *std::move(found);
}

/// The session's own inspel of the act's process.
Result<Inspel> own_inspel(const Act& act, const std::string& session, int number) {
    const auto found = own(act, session);
    if (!found) return tl::unexpected{found.error()};
    auto inspel = store::inspel_of_owner(act.db(), owner_of(*found), act.process().id, number);
    if (!inspel) return refuse(Failure::Kind::not_found);
    return *std::move(inspel);
}

bool has(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

void choose(const Act& act, Subscriber subscriber, const OwnChoice& choice) {
    subscriber.pace = choice.pace;
    store::change(tx(act), subscriber);
    bool is_any_left = false;
    for (const auto& one : store::subjects_of(act.db(), subscriber.id)) {
        const bool goes = has(choice.shown, one.subject) && !has(choice.kept, one.subject);
        if (goes) store::remove(tx(act), subscriber.id, one.subject);
        is_any_left = is_any_left || !goes;
    }
    if (!is_any_left) store::remove(tx(act), subscriber.id);
}

std::string object_of(const OwnRequest& request) {
    return object_named(ObjectKind::request, request.public_id);
}

template <class Rows>
void add(std::vector<store::PersonRef>& refs, std::string_view table, const Rows& rows) {
    for (const auto& row : rows)
        refs.push_back({std::string{table}, row.id.value, store::PersonRef::Share::own});
}

bool is_address(const store::PersonValue& value, const std::string& address) {
    const auto* written = std::get_if<std::string>(&value.value);
    return written != nullptr && text::lower(*written) == text::lower(address);
}

bool is_identity(const store::PersonValue& value, const std::string& identity) {
    const auto* written = std::get_if<std::string>(&value.value);
    return written != nullptr && *written == identity;
}

/// Who was asked or written to about somebody's inspel has not agreed to be known to them; nor has the eID
/// that an inspel is tied to, to whoever reads the mail about it.
bool is_of_another(std::string_view table, const store::PersonValue& value, const Owner& owner) {
    if (table == "inspel_identity") return !is_identity(value, owner.identity);
    if (table == "mandate" && (value.column == "confirmer" || value.column == "approver")) return true;
    const bool is_way_to_reach =
        (table == "mandate" && (value.column == "sent_to" || value.column == "address")) ||
        (table == "mail" && value.column == "recipient") ||
        (table == "own_link" && value.column == "address");
    return is_way_to_reach && !is_address(value, owner.address);
}

bool says_nothing(const store::PersonRow& row) {
    return std::none_of(
        row.values.begin(), row.values.end(), [](const auto& value) { return value.is_of_person; });
}

}  // namespace

Result<Inspel> tie_inspel(
    Permitted<Action::see_own> act, const std::string& session, const std::string& code) {
    const auto found = own(act, session);
    if (!found) return tl::unexpected{found.error()};
    auto inspel = store::inspel_of_code(act.db(), digest_of_code(code));
    if (!inspel)
        return refuse(Failure::Kind::invalid,
            {{Field::code, N_("No inspel has this code. Compare it with the receipt: 21 characters in groups "
                              "of three")}});
    auto tied = tie_to_owner(act, *inspel, owner_of(*found), owner_of(*found));
    if (!tied) {
        for (auto& complaint : tied.error().complaints) complaint.place = Field::code;
        return tl::unexpected{tied.error()};
    }
    return *std::move(inspel);
}

Result<Inspel> withdraw_own_inspel(Permitted<Action::see_own> act, const std::string& session, int number) {
    const auto inspel = own_inspel(act, session, number);
    return inspel ? withdraw_kept(act, *inspel) : inspel;
}

Result<bool> choose_own_following(
    Permitted<Action::see_own> act, const std::string& session, const std::vector<OwnChoice>& choices) {
    tx(act).changes_no_page();
    const auto found = own(act, session);
    if (!found) return tl::unexpected{found.error()};
    if (found->address.empty()) return refuse(Failure::Kind::not_found);
    const auto theirs = store::subscribers_with_address(act.db(), found->address);
    for (const auto& choice : choices) {
        const auto subscriber = std::find_if(theirs.begin(), theirs.end(),
            [&](const Subscriber& one) { return one.public_id == choice.subscriber; });
        if (subscriber == theirs.end()) return refuse(Failure::Kind::not_found);
        choose(act, *subscriber, choice);
    }
    return true;
}

Result<OwnRequest> send_own_request(Permitted<Action::see_own> act, const std::string& session, int number,
    const OwnRequest& typed, const std::string& form_key) {
    const auto inspel = own_inspel(act, session, number);
    if (!inspel) return tl::unexpected{inspel.error()};
    auto request = checked(typed);
    if (!request) return request;
    request->process = inspel->process;
    request->inspel = inspel->id;
    request->public_id = hex(random_bytes(6));
    request->made_at = act.now();
    if (!store::add(tx(act), *request, form_key)) {
        auto kept = store::own_request_of_form(act.db(), form_key).value();
        if (kept.inspel != inspel->id || kept.kind != request->kind || kept.text != request->text)
            return refuse(Failure::Kind::conflict,
                {{Field::text,
                    N_("What you sent with this form before has been received. Send this too if you want")}});
        return kept;
    }
    request->id = store::own_request_of_form(act.db(), form_key)->id;
    record(act, EntryType::request_received, object_of(*request), {{"text", request->text}});
    return request;
}

Result<OwnRequest> answer_own_request(
    Permitted<Action::moderate_inspel> act, Id<OwnRequest> id, const std::string& answer) {
    const auto request = store::find_own_request(act.db(), id);
    if (!request || request->process != act.process().id) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::own_request>(act, *request, {request->answer});
    auto done = answered(*request, answer, act.now());
    if (!done) return done;
    store::change(tx(act), *done);
    record(act, EntryType::request_answered, object_of(*done), {{"answer", done->answer}});
    const auto inspel = store::find_inspel(act.db(), done->inspel).value();
    post(act, {.kind = Mail::Kind::request_answered, .language = inspel.language, .inspel = inspel.id},
        store::contact_of(act.db(), inspel.id));
    return done;
}

std::vector<store::PersonRef> rows_of_owner(sql::Connection& db, const Owner& owner) {
    std::vector<store::PersonRef> refs;
    add(refs, "inspel", store::inspel_of_owner(db, owner));
    if (!owner.address.empty()) {
        add(refs, "subscriber", store::subscribers_with_address(db, owner.address));
        add(refs, "mail", store::mail_to(db, owner.address));
    }
    for (const auto id : store::own_session_ids(db, owner))
        refs.push_back({"own_session", id, store::PersonRef::Share::own});
    return refs;
}

store::RowsOfPerson extract_of_owner(sql::Connection& db, const Owner& owner) {
    auto found = store::rows_of_person(db, rows_of_owner(db, owner), {true, {}}, {});
    for (auto& row : found.rows)
        std::erase_if(row.values, [&](const auto& value) { return is_of_another(row.table, value, owner); });
    std::erase_if(found.rows, says_nothing);
    return found;
}

}  // namespace medskapa::app
