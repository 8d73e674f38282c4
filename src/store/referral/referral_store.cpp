#include "store/referral/referral_store.hpp"

#include "store/inspel/original_file_store.hpp"
#include "store/referral/columns.hpp"
#include "store/sql/rows.hpp"

#include <fmt/format.h>

namespace medskapa::store {
namespace {

// Of an answer `a` and its inspel `i`. One that was taken back is none. Of a party's others the newest
// counts, and what was declined or erased only where there is nothing else: it never hides one that is shown.
constexpr std::string_view counts = R"(i.state <> 'withdrawn' AND NOT EXISTS (
    SELECT 1 FROM referral_answer r JOIN inspel j ON j.id = r.inspel_id
    WHERE r.party_id = a.party_id AND j.state <> 'withdrawn'
      AND CASE WHEN (j.state IN ('received', 'published')) = (i.state IN ('received', 'published'))
               THEN j.received_at > i.received_at OR (j.received_at = i.received_at AND j.id > i.id)
               ELSE j.state IN ('received', 'published') END))";

Party party_from(sql::Row& row) {
    auto party = sql::row_from<tables::party>(row);
    party.answered_at = row.instant_if("answered_at");
    party.declined_at = row.instant_if("declined_at");
    return party;
}

// That an answer abstains is known to nobody before it has been read.
constexpr std::string_view says_that_it_abstains = "(a.position = 'avstar' AND i.state = 'published')";

/// When a party has answered, with an answer of which `condition` holds.
std::string answer_that(std::string_view condition) {
    return fmt::format(R"(
        (SELECT min(i.received_at) FROM referral_answer a JOIN inspel i ON i.id = a.inspel_id
         WHERE a.party_id = p.id AND {} AND {}))",
        condition, counts);
}

std::string party_select(std::string_view condition) {
    return fmt::format("SELECT {}, {} AS answered_at, {} AS declined_at FROM party p WHERE {}",
        sql::columns<tables::party>("p"), answer_that(fmt::format("NOT {}", says_that_it_abstains)),
        answer_that(says_that_it_abstains), condition);
}

void load_questions(sql::Connection& db, Referral& referral) {
    referral.questions =
        sql::all<tables::referral_question>(db, "WHERE referral_id = $1 ORDER BY number", referral.id);
}

template <class... Args>
std::optional<Party> one_party(sql::Connection& db, std::string_view condition, const Args&... args) {
    std::vector<sql::Row> rows = db.run(party_select(condition), args...);
    if (rows.empty()) return std::nullopt;
    return party_from(rows.front());
}

template <class... Args>
std::optional<Referral> one_referral(sql::Connection& db, const std::string& condition, const Args&... args) {
    auto referral = sql::first<tables::referral>(db, "WHERE " + condition, args...);
    if (referral) load_questions(db, *referral);
    return referral;
}

template <class... Args>
std::optional<ReferralAnswer> one_answer(
    sql::Connection& db, const std::string& condition, const Args&... args) {
    auto answer = sql::first<tables::referral_answer>(db, "WHERE " + condition + " ORDER BY id", args...);
    if (!answer) return answer;
    answer->draft.parts =
        sql::all<tables::referral_answer_part>(db, "WHERE answer_id = $1 ORDER BY position", answer->id);
    answer->files = files_of(db, answer->id);
    return answer;
}

void set_parts(sql::Transaction& tx, const ReferralAnswer& answer) {
    tx.db().run("DELETE FROM referral_answer_part WHERE answer_id = $1", answer.id);
    int position = 0;
    for (const auto& part : answer.draft.parts)
        sql::insert_with_key<tables::referral_answer_part>(
            tx, part, {{"answer_id", answer.id}, {"position", ++position}, {"process_id", answer.process}});
}

// What became of the answer counts only when readers can see it.
std::string received_select() {
    return "SELECT " + sql::columns<tables::referral_answer>("a") + R"(,
           i.number AS inspel_number, i.state, i.actor_kind AS shown_kind, i.shown_organisation AS shown_name,
           i.received_at, p.kind AS party_kind,
           CASE WHEN EXISTS (
               SELECT 1 FROM change_cause k JOIN change c ON c.id = k.change_id JOIN version v ON v.id = c.version_id
               WHERE v.frozen_at IS NOT NULL AND k.standing <> 'gone'
                 AND ((k.kind = 'inspel' AND k.cause_id = i.id)
                   OR (k.kind = 'issue' AND k.cause_id IN (SELECT s.id FROM issue s WHERE s.inspel_id = i.id))))
           THEN 1 ELSE 0 END AS is_used
    FROM referral_answer a JOIN inspel i ON i.id = a.inspel_id LEFT JOIN party p ON p.id = a.party_id
    WHERE a.referral_id = $1 AND )" +
           std::string{counts} + " ORDER BY i.received_at, a.id";
}

ReceivedAnswer received_from(sql::Row& row) {
    ReceivedAnswer received{sql::row_from<tables::referral_answer>(row),
        static_cast<int>(row.integer("inspel_number")), named<Inspel::State>(row.text("state")),
        named<ActorKind>(row.text("shown_kind")), row.text("shown_name"), row.instant("received_at"),
        std::nullopt, row.integer("is_used") != 0};
    if (!row.is_null("party_kind")) received.party_kind = named<Party::Kind>(row.text("party_kind"));
    return received;
}

}  // namespace

Id<Referral> add(sql::Transaction& tx, const Referral& r) {
    const auto id = sql::insert<tables::referral>(tx, r);
    for (const auto& question : r.questions)
        sql::insert_with_key<tables::referral_question>(
            tx, question, {{"referral_id", id}, {"process_id", r.process}});
    return id;
}

Id<Party> add(sql::Transaction& tx, const Party& p) {
    return sql::insert<tables::party>(tx, p);
}

void change(sql::Transaction& tx, const Party& p) {
    sql::change<tables::party>(tx, p);
}

Id<ReferralAnswer> add(sql::Transaction& tx, const ReferralAnswer& a) {
    auto added = a;
    added.id = sql::insert<tables::referral_answer>(tx, a);
    set_parts(tx, added);
    return added.id;
}

void change(sql::Transaction& tx, const ReferralAnswer& a) {
    sql::change<tables::referral_answer>(tx, a);
    set_parts(tx, a);
}

std::vector<Referral> referrals_of(sql::Connection& db, Id<Process> process) {
    auto found = sql::all<tables::referral>(db, "WHERE process_id = $1 ORDER BY number DESC", process);
    for (auto& referral : found) load_questions(db, referral);
    return found;
}

std::optional<Referral> find_referral(sql::Connection& db, Id<Referral> id) {
    return one_referral(db, "id = $1", id);
}

std::optional<Referral> referral_numbered(sql::Connection& db, Id<Process> process, int number) {
    return one_referral(db, "process_id = $1 AND number = $2", process, number);
}

std::optional<Referral> referral_of(sql::Connection& db, Id<Version> version) {
    return one_referral(db, "version_id = $1", version);
}

std::vector<Party> parties_of(sql::Connection& db, Id<Referral> referral) {
    std::vector<Party> found;
    for (auto& row : db.run(party_select("p.referral_id = $1 ORDER BY p.number"), referral))
        found.push_back(party_from(row));
    return found;
}

std::optional<Party> find_party(sql::Connection& db, Id<Party> id) {
    return one_party(db, "p.id = $1", id);
}

std::optional<Party> party_numbered(sql::Connection& db, Id<Referral> referral, int number) {
    return one_party(db, "p.referral_id = $1 AND p.number = $2", referral, number);
}

std::optional<Party> party_named(sql::Connection& db, Id<Process> process, const std::string& public_id) {
    return one_party(db, "p.process_id = $1 AND p.public_id = $2", process, public_id);
}

std::optional<ReferralAnswer> find_answer(sql::Connection& db, Id<ReferralAnswer> id) {
    return one_answer(db, "id = $1", id);
}

std::optional<ReferralAnswer> answer_named(
    sql::Connection& db, Id<Process> process, const std::string& public_id) {
    return one_answer(db, "process_id = $1 AND public_id = $2", process, public_id);
}

std::optional<ReferralAnswer> answer_of_form(
    sql::Connection& db, Id<Process> process, const std::string& form_key) {
    return one_answer(db, "process_id = $1 AND form_key = $2", process, form_key);
}

std::optional<ReferralAnswer> answer_of(sql::Connection& db, Id<Inspel> inspel) {
    return one_answer(db, "inspel_id = $1", inspel);
}

std::optional<ReferralAnswer> unsent_answer_of(sql::Connection& db, Id<Party> party) {
    const auto rows =
        db.run("SELECT max(id) AS id FROM referral_answer WHERE party_id = $1 AND inspel_id IS NULL", party);
    if (rows.front().is_null("id")) return std::nullopt;
    return find_answer(db, rows.front().id<ReferralAnswer>("id"));
}

std::optional<ReferralAnswer> standing_answer_of(sql::Connection& db, Id<Party> party) {
    const auto rows =
        db.run(fmt::format("SELECT a.id AS id FROM referral_answer a JOIN inspel i ON i.id = a.inspel_id "
                           "WHERE a.party_id = $1 AND {} ORDER BY i.received_at DESC, i.id DESC",
                   counts),
            party);
    if (rows.empty()) return std::nullopt;
    return find_answer(db, rows.front().id<ReferralAnswer>("id"));
}

std::optional<Id<Inspel>> replacement_of(sql::Connection& db, Id<ReferralAnswer> answer) {
    const auto rows = db.run(R"(
        SELECT j.id AS id FROM referral_answer a JOIN inspel i ON i.id = a.inspel_id
        JOIN referral_answer r ON r.party_id = a.party_id JOIN inspel j ON j.id = r.inspel_id
        WHERE a.id = $1 AND j.state IN ('received', 'published')
          AND (j.received_at > i.received_at OR (j.received_at = i.received_at AND j.id > i.id))
        ORDER BY j.received_at DESC, j.id DESC)",
        answer);
    if (rows.empty()) return std::nullopt;
    return rows.front().id<Inspel>("id");
}

std::vector<TakenPosition> positions_on_parts(sql::Connection& db, Id<Referral> referral) {
    const auto rows = db.run(
        fmt::format("SELECT p.answer_id, p.code, p.question, p.taken_position FROM referral_answer_part p "
                    "JOIN referral_answer a ON a.id = p.answer_id JOIN inspel i ON i.id = a.inspel_id "
                    "WHERE a.referral_id = $1 AND p.taken_position <> '' AND i.state = 'published' AND {} "
                    "ORDER BY i.received_at, a.id, p.position",
            counts),
        referral);
    std::vector<TakenPosition> found;
    for (const auto& row : rows)
        found.push_back({row.id<ReferralAnswer>("answer_id"), row.text("code"),
            static_cast<int>(row.integer("question")), named<Position>(row.text("taken_position"))});
    return found;
}

std::vector<ReceivedAnswer> received_answers(sql::Connection& db, Id<Referral> referral) {
    std::vector<ReceivedAnswer> found;
    for (auto& row : db.run(received_select(), referral)) found.push_back(received_from(row));
    return found;
}

std::vector<CountedAnswer> counted(const std::vector<ReceivedAnswer>& answers) {
    std::vector<CountedAnswer> all;
    for (const auto& one : answers) {
        const bool is_invited = one.party_kind.has_value();
        const bool is_heard = one.state == Inspel::State::received || one.state == Inspel::State::published;
        if (is_invited || is_heard) all.push_back({one.confirmed_kind(), is_invited, one.is_used});
    }
    return all;
}

std::optional<Party::Kind> ReceivedAnswer::confirmed_kind() const {
    if (!answer.is_from_whom_it_says()) return std::nullopt;
    return party_kind.value_or(party_kind_of(actor_kind));
}

}  // namespace medskapa::store
