#pragma once

#include "domain/decision/decision.hpp"
#include "domain/decision/sami_consultation.hpp"
#include "store/sql/columns.hpp"

/// The columns of decisions and what comes before them: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto waiver = sql::table<"waiver", Waiver>({
    {"id", internal, key<&Waiver::id>},
    {"process_id", open, fixed<&Waiver::process>},
    {"reason", open, fixed<&Waiver::reason>},
    {"unread", open, fixed<&Waiver::missing, &Missing::unread>},
    {"unsplit", open, fixed<&Waiver::missing, &Missing::unsplit>},
    {"unanswered", open, fixed<&Waiver::missing, &Missing::unanswered>},
    {"unassessed", open, fixed<&Waiver::missing, &Missing::unassessed>},
    {"gaps", open, fixed<&Waiver::missing, &Missing::gaps>},
    {"newest_inspel", open, fixed<&Waiver::newest_inspel>},
    {"waived_at", open, fixed<&Waiver::waived_at>},
});

inline constexpr auto answers_declared = sql::table<"answers_declared", AnswersDeclared>({
    {"id", internal, sql::unread_key<AnswersDeclared>},
    {"process_id", open},
    {"inspel", open, fixed<&AnswersDeclared::inspel>},
    {"issues", open, fixed<&AnswersDeclared::issues>},
    {"waiver_id", open, fixed<&AnswersDeclared::waiver>},
    {"declared_at", open, fixed<&AnswersDeclared::declared_at>},
});

inline constexpr auto decision = sql::table<"decision", Decision>({
    {"id", internal, key<&Decision::id>},
    {"process_id", open, fixed<&Decision::process>},
    {"number", open, fixed<&Decision::number>},
    {"body_id", open, changes<&Decision::body>},
    {"version_id", open, fixed<&Decision::version>},
    {"digest", open, fixed<&Decision::digest>},
    {"decided_on", open, changes<&Decision::decided_on>},
    {"paragraph", open, changes<&Decision::paragraph>},
    {"diary_number", open, changes<&Decision::diary_number>},
    {"text", open, changes<&Decision::text>},
    {"dissent", open, changes<&Decision::dissent>},
    {"noticed_on", open, changes<&Decision::noticed_on>},
    {"waiver_id", open, fixed<&Decision::waiver>},
    {"was_consulted", open, fixed<&Decision::was_consulted>},
    {"recorded_at", open, fixed<&Decision::recorded_at>},
});

inline constexpr auto sami_consultation = sql::table<"sami_consultation", SamiConsultation>({
    {"id", internal, key<&SamiConsultation::id>},
    {"process_id", open, fixed<&SamiConsultation::process>},
    {"number", open, fixed<&SamiConsultation::number>},
    {"counterpart", open, changes<&SamiConsultation::counterpart>},
    {"outcome", open, changes<&SamiConsultation::outcome>},
    {"motive", open, changes<&SamiConsultation::motive>},
});

inline constexpr auto sami_consultation_event =
    sql::table<"sami_consultation_event", SamiConsultation::Event>({
        {"id", internal, key<&SamiConsultation::Event::id>},
        {"process_id", open},
        {"consultation_id", open},
        {"kind", open, fixed<&SamiConsultation::Event::kind>},
        {"day", open, fixed<&SamiConsultation::Event::day>},
        {"text", open, fixed<&SamiConsultation::Event::text>},
        {"digest", open, fixed<&SamiConsultation::Event::digest>},
    });

}  // namespace medskapa::store::tables
