#pragma once

#include "domain/referral/referral.hpp"
#include "store/sql/columns.hpp"

/// The columns of referrals and the answers to them: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto referral = sql::table<"referral", Referral>({
    {"id", internal, key<&Referral::id>},
    {"process_id", open, fixed<&Referral::process>},
    {"number", open, fixed<&Referral::number>},
    {"version_id", open, fixed<&Referral::version>},
    {"activity_id", open, fixed<&Referral::activity>},
    {"case_number", open, fixed<&Referral::case_number>},
    {"letter", open, fixed<&Referral::letter>},
    {"sent_at", open, fixed<&Referral::sent_at>},
    {"deadline", open, fixed<&Referral::deadline>},
});

inline constexpr auto referral_question = sql::table<"referral_question", ReferralQuestion>({
    {"referral_id", internal},
    {"number", open, fixed<&ReferralQuestion::number>},
    {"process_id", internal},
    {"text", open, fixed<&ReferralQuestion::text>},
    {"code", open, fixed<&ReferralQuestion::code>},
});

inline constexpr auto party = sql::table<"party", Party>({
    {"id", internal, key<&Party::id>},
    {"process_id", open, fixed<&Party::process>},
    {"referral_id", open, fixed<&Party::referral>},
    {"number", open, fixed<&Party::number>},
    {"public_id", open, fixed<&Party::public_id>},
    {"name", open, changes<&Party::name>},
    {"kind", open, changes<&Party::kind>},
    {"contact", personal, changes<&Party::contact>},
    {"organisation_id", open, changes<&Party::organisation>},
    {"invited_at", open, fixed<&Party::invited_at>},
    {"deadline", open, fixed<&Party::deadline>},
    {"extended_to", open, changes<&Party::extended_to>},
    {"reminded_at", open, changes<&Party::reminded_at>},
    {"abstained_at", open, changes<&Party::abstained_at>},
});

inline constexpr auto referral_answer = sql::table<"referral_answer", ReferralAnswer>({
    {"id", internal, key<&ReferralAnswer::id>},
    {"process_id", open, fixed<&ReferralAnswer::process>},
    {"referral_id", open, fixed<&ReferralAnswer::referral>},
    {"public_id", internal, fixed<&ReferralAnswer::public_id>},
    {"form_key", internal, sql::fixed_unless_empty<&ReferralAnswer::form_key>},
    {"party_id", open, changes<&ReferralAnswer::party>},
    {"inspel_id", open, changes<&ReferralAnswer::inspel>},
    {"position", open, changes<&ReferralAnswer::draft, &ReferralDraft::position>},
    {"arrived_by", internal, fixed<&ReferralAnswer::arrived_by>},
    {"case_number", internal, changes<&ReferralAnswer::case_number>},
    {"title", personal, changes<&ReferralAnswer::draft, &ReferralDraft::title>, "–"},
    {"organisation", personal, changes<&ReferralAnswer::draft, &ReferralDraft::organisation>},
    {"actor_kind", internal, changes<&ReferralAnswer::draft, &ReferralDraft::actor_kind>},
    {"municipality", internal, changes<&ReferralAnswer::draft, &ReferralDraft::municipality>},
    {"contact", personal, changes<&ReferralAnswer::draft, &ReferralDraft::contact>},
    {"language", internal, changes<&ReferralAnswer::draft, &ReferralDraft::language>},
    {"author", personal, changes<&ReferralAnswer::draft, &ReferralDraft::author>},
    {"approver", personal, changes<&ReferralAnswer::approver>},
    {"approved_at", internal, changes<&ReferralAnswer::approved_at>},
    {"log_place", open, changes<&ReferralAnswer::log_place>},
    {"stage", internal, changes<&ReferralAnswer::stage>},
    {"comment", personal, changes<&ReferralAnswer::comment>},
    {"saved_at", internal, changes<&ReferralAnswer::saved_at>},
    {"sender_case_number", internal, changes<&ReferralAnswer::draft, &ReferralDraft::case_number>},
    {"replaces_id", open, changes<&ReferralAnswer::replaces>},
    {"confirmed_at", open, changes<&ReferralAnswer::confirmed_at>},
    {"begun_from_id", internal, fixed<&ReferralAnswer::begun_from>},
});

inline constexpr auto referral_answer_part = sql::table<"referral_answer_part", AnswerPart>({
    {"answer_id", internal},
    {"position", internal},
    {"process_id", internal},
    {"code", open, fixed<&AnswerPart::code>},
    {"text", personal, fixed<&AnswerPart::text>},
    {"question", open, fixed<&AnswerPart::question>},
    {"taken_position", open, fixed<&AnswerPart::position>},
});

}  // namespace medskapa::store::tables
