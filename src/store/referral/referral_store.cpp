#include "store/referral/referral_store.hpp"

namespace medskapa::store {
namespace {

Referral referral_from(const sql::Row& row) {
    return {
        .id = row.id<Referral>("id"),
        .process = row.id<Process>("process_id"),
        .version = row.id<Version>("version_id"),
        .number = static_cast<int>(row.integer("number")),
        .activity = row.id<Activity>("activity_id"),
        .case_number = row.text("case_number"),
        .letter = row.text("letter"),
        .sent_at = row.instant("sent_at"),
        .deadline = row.day("deadline"),
    };
}

std::optional<Referral> first_referral(const std::vector<sql::Row>& rows) {
    if (rows.empty()) return std::nullopt;
    return referral_from(rows.front());
}

Party party_from(const sql::Row& row) {
    return {
        .id = row.id<Party>("id"),
        .process = row.id<Process>("process_id"),
        .referral = row.id<Referral>("referral_id"),
        .number = static_cast<int>(row.integer("number")),
        .public_id = row.text("public_id"),
        .name = row.text("name"),
        .kind = named<Party::Kind>(row.text("kind")),
        .contact = row.text("contact"),
        .invited_at = row.instant("invited_at"),
        .deadline = row.day("deadline"),
        .extended_to = row.day_if("extended_to"),
        .reminded_at = row.instant_if("reminded_at"),
        .abstained_at = row.instant_if("abstained_at"),
        .answered_at = row.instant_if("answered_at"),
    };
}

// An answer that was taken back is none.
constexpr std::string_view party_select = R"(
    SELECT p.*, (SELECT min(i.received_at) FROM referral_answer a JOIN inspel i ON i.id = a.inspel_id
                 WHERE a.party_id = p.id AND i.state <> 'withdrawn') AS answered_at
    FROM party p WHERE )";

template <class... Args>
std::optional<Party> one_party(sql::Connection& db, std::string_view condition, const Args&... args) {
    const auto rows = db.run(std::string{party_select} + std::string{condition}, args...);
    if (rows.empty()) return std::nullopt;
    return party_from(rows.front());
}

std::vector<AnswerPart> parts_of(sql::Connection& db, Id<ReferralAnswer> answer) {
    std::vector<AnswerPart> parts;
    for (const auto& row :
        db.run("SELECT code, text FROM referral_answer_part WHERE answer_id = $1 ORDER BY position", answer))
        parts.push_back({row.text("code"), row.text("text")});
    return parts;
}

ReferralDraft draft_from(const sql::Row& row) {
    return {
        .position = row.text("position"),
        .parts = {},
        .title = row.text("title"),
        .organisation = row.text("organisation"),
        .actor_kind = row.text("actor_kind"),
        .municipality = row.text("municipality"),
        .contact = row.text("contact"),
        .language = row.text("language"),
        .author = row.text("author"),
    };
}

ReferralAnswer answer_from(const sql::Row& row) {
    return {
        .id = row.id<ReferralAnswer>("id"),
        .process = row.id<Process>("process_id"),
        .referral = row.id<Referral>("referral_id"),
        .public_id = row.text("public_id"),
        .form_key = row.is_null("form_key") ? std::string{} : row.text("form_key"),
        .party = row.id<Party>("party_id"),
        .inspel = row.id<Inspel>("inspel_id"),
        .arrived_by = named<Channel>(row.text("arrived_by")),
        .case_number = row.text("case_number"),
        .file = row.id<OriginalFile>("file_id"),
        .file_is_shown = row.flag("file_is_shown"),
        .draft = draft_from(row),
        .approver = row.text("approver"),
        .approved_at = row.instant_if("approved_at"),
    };
}

template <class... Args>
std::optional<ReferralAnswer> one_answer(
    sql::Connection& db, std::string_view condition, const Args&... args) {
    const auto rows =
        db.run("SELECT * FROM referral_answer WHERE " + std::string{condition} + " ORDER BY id", args...);
    if (rows.empty()) return std::nullopt;
    auto answer = answer_from(rows.front());
    answer.draft.parts = parts_of(db, answer.id);
    return answer;
}

void set_parts(sql::Transaction& tx, const ReferralAnswer& answer) {
    tx.db().run("DELETE FROM referral_answer_part WHERE answer_id = $1", answer.id);
    int position = 0;
    for (const auto& part : answer.draft.parts)
        tx.db().run(
            "INSERT INTO referral_answer_part (answer_id, position, process_id, code, text) VALUES ($1, $2, "
            "$3, $4, $5)",
            answer.id, ++position, answer.process, part.code, part.text);
}

// What became of the answer counts only when readers can see it.
constexpr std::string_view received_select = R"(
    SELECT a.*, i.number AS inspel_number, i.state, i.actor_kind AS shown_kind, i.shown_organisation AS shown_name,
           i.received_at, p.kind AS party_kind,
           CASE WHEN EXISTS (
               SELECT 1 FROM change_cause k JOIN change c ON c.id = k.change_id JOIN version v ON v.id = c.version_id
               WHERE v.frozen_at IS NOT NULL
                 AND ((k.kind = 'inspel' AND k.cause_id = i.id)
                   OR (k.kind = 'issue' AND k.cause_id IN (SELECT s.id FROM issue s WHERE s.inspel_id = i.id))))
           THEN 1 ELSE 0 END AS is_used
    FROM referral_answer a JOIN inspel i ON i.id = a.inspel_id LEFT JOIN party p ON p.id = a.party_id
    WHERE a.referral_id = $1 AND i.state <> 'withdrawn'
    ORDER BY i.received_at, a.id)";

ReceivedAnswer received_from(const sql::Row& row) {
    ReceivedAnswer received{answer_from(row), static_cast<int>(row.integer("inspel_number")),
        named<Inspel::State>(row.text("state")), named<ActorKind>(row.text("shown_kind")),
        row.text("shown_name"), row.instant("received_at"), std::nullopt, row.integer("is_used") != 0};
    if (!row.is_null("party_kind")) received.party_kind = named<Party::Kind>(row.text("party_kind"));
    return received;
}

}  // namespace

Id<Referral> add(sql::Transaction& tx, const Referral& r) {
    return tx.db()
        .run(R"(
        INSERT INTO referral (process_id, number, version_id, activity_id, case_number, letter, sent_at, deadline)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id)",
            r.process, r.number, r.version, r.activity, r.case_number, r.letter, r.sent_at, r.deadline)
        .front()
        .id<Referral>("id");
}

Id<Party> add(sql::Transaction& tx, const Party& p) {
    return tx.db()
        .run(R"(
        INSERT INTO party (process_id, referral_id, number, public_id, name, kind, contact, invited_at, deadline,
            extended_to, reminded_at, abstained_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id)",
            p.process, p.referral, p.number, p.public_id, p.name, name_of(p.kind), p.contact, p.invited_at,
            p.deadline, p.extended_to, p.reminded_at, p.abstained_at)
        .front()
        .id<Party>("id");
}

void change(sql::Transaction& tx, const Party& p) {
    tx.db().run(
        "UPDATE party SET contact = $2, extended_to = $3, reminded_at = $4, abstained_at = $5 WHERE id = $1",
        p.id, p.contact, p.extended_to, p.reminded_at, p.abstained_at);
}

Id<OriginalFile> add(
    sql::Transaction& tx, Id<Process> process, const OriginalFile& f, const std::string& octets) {
    const auto id = tx.db()
                        .run(R"(
        INSERT INTO original_file (process_id, name, format, digest, size) VALUES ($1, $2, $3, $4, $5) RETURNING id)",
                            process, f.name, name_of(f.format), f.digest, f.size)
                        .front()
                        .id<OriginalFile>("id");
    tx.db().run("INSERT INTO original_octets (file_id, process_id, octets) VALUES ($1, $2, $3)", id, process,
        sql::Bytes{octets});
    return id;
}

void remove(sql::Transaction& tx, Id<OriginalFile> id) {
    tx.db().run("DELETE FROM original_octets WHERE file_id = $1", id);
    tx.db().run("DELETE FROM original_file WHERE id = $1", id);
}

Id<ReferralAnswer> add(sql::Transaction& tx, const ReferralAnswer& a) {
    const auto form_key = a.form_key.empty() ? std::nullopt : std::optional{a.form_key};
    const auto& d = a.draft;
    auto added = a;
    added.id =
        tx.db()
            .run(R"(
        INSERT INTO referral_answer (process_id, referral_id, public_id, form_key, party_id, inspel_id, position,
            arrived_by, case_number, file_id, file_is_shown, title, organisation, actor_kind, municipality, contact,
            language, author, approver, approved_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
        RETURNING id)",
                a.process, a.referral, a.public_id, form_key, a.party, a.inspel, d.position,
                name_of(a.arrived_by), a.case_number, a.file, a.file_is_shown, d.title, d.organisation,
                d.actor_kind, d.municipality, d.contact, d.language, d.author, a.approver, a.approved_at)
            .front()
            .id<ReferralAnswer>("id");
    set_parts(tx, added);
    return added.id;
}

void change(sql::Transaction& tx, const ReferralAnswer& a) {
    const auto& d = a.draft;
    tx.db().run(R"(
        UPDATE referral_answer SET inspel_id = $2, position = $3, case_number = $4, file_id = $5, file_is_shown = $6,
            title = $7, organisation = $8, actor_kind = $9, municipality = $10, contact = $11, language = $12,
            author = $13, approver = $14, approved_at = $15
        WHERE id = $1)",
        a.id, a.inspel, d.position, a.case_number, a.file, a.file_is_shown, d.title, d.organisation,
        d.actor_kind, d.municipality, d.contact, d.language, d.author, a.approver, a.approved_at);
    set_parts(tx, a);
}

std::vector<Referral> referrals_of(sql::Connection& db, Id<Process> process) {
    std::vector<Referral> found;
    for (const auto& row :
        db.run("SELECT * FROM referral WHERE process_id = $1 ORDER BY number DESC", process))
        found.push_back(referral_from(row));
    return found;
}

std::optional<Referral> find_referral(sql::Connection& db, Id<Referral> id) {
    return first_referral(db.run("SELECT * FROM referral WHERE id = $1", id));
}

std::optional<Referral> referral_numbered(sql::Connection& db, Id<Process> process, int number) {
    return first_referral(
        db.run("SELECT * FROM referral WHERE process_id = $1 AND number = $2", process, number));
}

std::optional<Referral> referral_of(sql::Connection& db, Id<Version> version) {
    return first_referral(db.run("SELECT * FROM referral WHERE version_id = $1", version));
}

std::vector<Party> parties_of(sql::Connection& db, Id<Referral> referral) {
    std::vector<Party> found;
    for (const auto& row :
        db.run(std::string{party_select} + "p.referral_id = $1 ORDER BY p.number", referral))
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

std::vector<ReceivedAnswer> received_answers(sql::Connection& db, Id<Referral> referral) {
    std::vector<ReceivedAnswer> found;
    for (const auto& row : db.run(received_select, referral)) found.push_back(received_from(row));
    return found;
}

std::vector<CountedAnswer> counted(const std::vector<ReceivedAnswer>& answers) {
    std::vector<CountedAnswer> all;
    for (const auto& one : answers)
        all.push_back({one.party_kind.value_or(party_kind_of(one.actor_kind)), one.party_kind.has_value(),
            one.is_used});
    return all;
}

std::optional<OriginalFile> find_original(sql::Connection& db, Id<OriginalFile> id) {
    const auto rows = db.run("SELECT * FROM original_file WHERE id = $1", id);
    if (rows.empty()) return std::nullopt;
    const auto& row = rows.front();
    return OriginalFile{row.id<OriginalFile>("id"), row.text("name"),
        named<OriginalFile::Format>(row.text("format")), row.text("digest"),
        static_cast<std::size_t>(row.integer("size"))};
}

std::string octets_of(sql::Connection& db, Id<OriginalFile> id) {
    const auto rows = db.run("SELECT octets FROM original_octets WHERE file_id = $1", id);
    return rows.empty() ? std::string{} : rows.front().bytes("octets");
}

}  // namespace medskapa::store
