#include "store/privacy/all_tables.hpp"

#include "store/assessment/columns.hpp"
#include "store/checklist/columns.hpp"
#include "store/conversation/columns.hpp"
#include "store/correction/columns.hpp"
#include "store/decision/columns.hpp"
#include "store/document/columns.hpp"
#include "store/inspel/columns.hpp"
#include "store/issue/columns.hpp"
#include "store/log/columns.hpp"
#include "store/mail/columns.hpp"
#include "store/moderation/columns.hpp"
#include "store/organisation/columns.hpp"
#include "store/own_page/columns.hpp"
#include "store/panel/columns.hpp"
#include "store/plan/columns.hpp"
#include "store/priority/columns.hpp"
#include "store/referral/columns.hpp"
#include "store/retention/columns.hpp"
#include "store/site/columns.hpp"
#include "store/staff/columns.hpp"
#include "store/statistics/columns.hpp"
#include "store/swot/columns.hpp"

namespace medskapa::store {
namespace {

template <class... Tables>
TablesOfNoun noun(std::string_view name, const Tables&... its_tables) {
    return {name, {sql::marks_of(its_tables)...}};
}

std::vector<TablesOfNoun> listed() {
    using namespace tables;
    return {
        noun("log", log_entry, log_salt, log_signed, erasure_to_sweep),
        noun("site", installation, site_description, site_appearance, site_logotype, site_logotype_bytes,
            lack_report, setup_draft, site_opening, restore_mark, process, process_fact, step, activity,
            event, event_document, news, body, seat, topic, municipality, subject, public_rules),
        noun("correction", correction),
        noun("staff", staff, membership, sign_in_link, session, setup_link, passphrase, recovery_code,
            passkey, used_challenge, staff_identity, draft, saved_filter, table_reading, bulk_act, bulk_item,
            extract_use),
        noun("mail", mail, subscriber, subscription),
        noun("inspel", inspel, inspel_contact, addition, original_file, original_bytes, amendment, redaction,
            inspel_search, desk_search, inspel_outcome, tally, share),
        noun("organisation", tables::organisation, tables::mandate),
        noun("moderation", content_report, refusal, appeal, conduct),
        noun("issue", issue_group, answer, issue, deadline_move, text_block),
        noun("document", document, node, revision, version, version_line, tables::change, change_cause,
            revision_cause, picture, picture_bytes),
        noun("referral", referral, referral_question, party, referral_answer, referral_answer_part),
        noun("conversation", conversation, statement, participant, vote, vote_cast, vote_batch, voter_erased,
            voter_change, opinion_snapshot, opinion_memory, opinion_release, released_ballot, group_name,
            population),
        noun("decision", waiver, answers_declared, decision, sami_consultation, sami_consultation_event),
        noun("statistics", dataset, dataset_dimension, dataset_member, dataset_cell, dataset_file, region_map,
            region_map_area, analysis_run, citation),
        noun("swot", swot_item, swot_evidence),
        noun("priority", priority, discovery, weighing, weighing_invitation, weighing_answer),
        noun("panel", panel, panel_round, panel_member, panel_estimate),
        noun("checklist", judgement),
        noun("assessment", assessment, assessed_paragraph, step_answer, answer_basis, goal_conflict),
        noun("plan", plan, plan_line, promise_outcome),
        noun("own_page", own_link, own_session, own_request, inspel_identity, eid_voice),
        noun("retention", tables::retention_rule, tables::retention_erased, tables::retention_round),
    };
}

}  // namespace

const std::vector<TablesOfNoun>& all_tables() {
    static const auto all = listed();
    return all;
}

}  // namespace medskapa::store
