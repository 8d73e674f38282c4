#pragma once

#include "domain/moderation/appeal.hpp"
#include "domain/moderation/conduct.hpp"
#include "domain/moderation/content_report.hpp"
#include "store/sql/columns.hpp"

/// The columns of reports, refusals, appeals and rules: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto content_report = sql::table<"content_report", ContentReport>({
    {"id", internal, key<&ContentReport::id>},
    {"process_id", internal, fixed<&ContentReport::process>},
    {"form_key", internal},
    {"code_digest", internal},
    {"public_id", internal, fixed<&ContentReport::public_id>},
    {"inspel_id", internal, fixed<&ContentReport::inspel>},
    {"statement_id", internal, fixed<&ContentReport::statement>},
    {"rule", internal, fixed<&ContentReport::rule>},
    {"text", personal, fixed<&ContentReport::text>},
    {"contact", personal, fixed<&ContentReport::contact>},
    {"received_at", internal, fixed<&ContentReport::received_at>},
    {"outcome", internal, changes<&ContentReport::outcome>},
    {"answer", personal, changes<&ContentReport::answer>},
    {"decided_at", internal, changes<&ContentReport::decided_at>},
    {"staff_id", personal, changes<&ContentReport::decided_by>},
});

inline constexpr auto refusal = sql::table<"refusal", Refusal>({
    {"id", internal, key<&Refusal::id>},
    {"process_id", internal},
    {"inspel_id", internal, fixed<&Refusal::inspel>},
    {"rule", internal, fixed<&Refusal::rule>},
    {"basis", internal, fixed<&Refusal::basis>},
    {"decided_at", internal, fixed<&Refusal::decided_at>},
    {"staff_id", personal, fixed<&Refusal::decided_by>},
});

inline constexpr auto appeal = sql::table<"appeal", Appeal>({
    {"id", internal, key<&Appeal::id>},
    {"process_id", internal},
    {"inspel_id", internal, fixed<&Appeal::inspel>},
    {"refusal_id", internal, fixed<&Appeal::refusal>},
    {"public_id", internal, fixed<&Appeal::public_id>},
    {"text", personal, fixed<&Appeal::text>},
    {"received_at", internal, fixed<&Appeal::received_at>},
    {"outcome", internal, changes<&Appeal::outcome>},
    {"answer", personal, changes<&Appeal::answer>},
    {"decided_at", internal, changes<&Appeal::decided_at>},
    {"staff_id", personal, changes<&Appeal::decided_by>},
});

inline constexpr auto conduct = sql::table<"conduct", Conduct>({
    {"id", open, key<&Conduct::id>},
    {"introduction", open, fixed<&Conduct::introduction>},
    {"insult", open, fixed<&Conduct::insult>},
    {"personal_data", open, fixed<&Conduct::personal_data>},
    {"off_topic", open, fixed<&Conduct::off_topic>},
    {"duplicate", open, fixed<&Conduct::duplicate>},
    {"unlawful", open, fixed<&Conduct::unlawful>},
    {"spam", open, fixed<&Conduct::spam>},
    {"written_at", open, fixed<&Conduct::written_at>},
});

}  // namespace medskapa::store::tables
