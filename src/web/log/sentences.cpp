#include "web/log/sentences.hpp"

#include "base/result.hpp"

namespace medskapa::web::log {

using openlog::EntryType;

const char* sentence_of_undone(EntryType type) {
    switch (type) {
        case EntryType::step_withdrawn:
            return N_("A step that had been published by mistake was taken back.");
        case EntryType::activity_withdrawn:
            return N_("An activity that had been published by mistake was taken back.");
        case EntryType::event_withdrawn:
            return N_("A meeting that had been published by mistake was taken back.");
        case EntryType::news_withdrawn:
            return N_("A news item that had been published by mistake was taken back.");
        default: return sentence_of(type);
    }
}

const char* sentence_of(EntryType type) {
    switch (type) {
        case EntryType::log_opened: return N_("The open log was begun.");
        case EntryType::key_rotated: return N_("The log got a new key, signed by the old one.");
        case EntryType::log_restored:
            return N_(
                "A backup was restored, and lost entries were put back in the log from its published copy.");
        case EntryType::program_changed: return N_("The server runs another version of the program.");
        case EntryType::rules_changed:
            return N_("The rules that the site follows were written down, as they are in force.");
        case EntryType::backup_key_destroyed:
            return N_("The key of a month's backups was destroyed: nothing in them can be read.");
        case EntryType::site_described:
            return N_("What the site says about itself, as the law asks, was changed.");
        case EntryType::site_appearance_changed:
            return N_("The colours of the site, its logotype or the picture of its land were changed.");
        case EntryType::site_opened: return N_("The site was opened: since then everybody can read it.");
        case EntryType::lack_reported: return N_("Somebody reported that the site could not be used.");
        case EntryType::lack_closed: return N_("A report that the site could not be used was dealt with.");
        case EntryType::conduct_changed: return N_("The rules for what people write were changed.");
        case EntryType::report_received:
            return N_("Somebody reported that something published breaks the rules or the law.");
        case EntryType::report_decided: return N_("A report of something published was decided, with why.");
        case EntryType::appeal_received:
            return N_("A sender asked that somebody else looks again at an inspel that is not shown.");
        case EntryType::appeal_decided:
            return N_("Somebody else looked again at an inspel that was not shown, and decided, with why.");
        case EntryType::process_opened: return N_("The process was opened.");
        case EntryType::process_described: return N_("The presentation of the process was changed.");
        case EntryType::process_choices_changed:
            return N_("The choices in the form for inspel were changed.");
        case EntryType::process_table_reading_changed:
            return N_(
                "How the columns and cells of a table are read was changed, for the next with the same "
                "header.");
        case EntryType::step_published: return N_("A step of the process was written or got other dates.");
        case EntryType::step_withdrawn: return N_("A step was taken out of the process, with a reason.");
        case EntryType::activity_published: return N_("An activity was published or changed.");
        case EntryType::activity_withdrawn:
            return N_("An activity was closed before its time, with a reason.");
        case EntryType::event_published: return N_("A meeting in the calendar was published or changed.");
        case EntryType::event_withdrawn: return N_("A meeting was called off, with a reason.");
        case EntryType::news_published: return N_("A news item was published or corrected.");
        case EntryType::news_withdrawn: return N_("A news item was withdrawn, with a reason.");
        case EntryType::body_published: return N_("The organisation was presented or changed.");
        case EntryType::body_seat_filled: return N_("Somebody got a seat in the organisation.");
        case EntryType::body_seat_ended: return N_("A seat in the organisation got its last day.");
        case EntryType::role_granted: return N_("Somebody got a role in the process.");
        case EntryType::role_revoked: return N_("Somebody left a role in the process.");
        case EntryType::sign_in_reset:
            return N_("Somebody with a role was given a new way to sign in, by another.");
        case EntryType::extract_searched:
            return N_("Staff looked for what is kept about somebody who asked to see it.");
        case EntryType::extract_made:
            return N_("Staff took out all that is kept about somebody who asked to see it.");
        case EntryType::request_received: return N_("A sender asked to have something put right or erased.");
        case EntryType::request_answered: return N_("A sender's request was answered.");
        case EntryType::retention_decided:
            return N_("It was decided how long a kind of personal data is kept.");
        case EntryType::retention_ended:
            return N_("A decision on how long a kind of personal data is kept ended.");
        case EntryType::retention_erased: return N_("Personal data whose time was out was erased.");
        case EntryType::organisation_added: return N_("An organisation was added to the register.");
        case EntryType::organisation_changed:
            return N_("What the register says of an organisation was changed.");
        case EntryType::organisation_merged:
            return N_("Two organisations in the register were the same, and were merged.");
        case EntryType::mandate_asked: return N_("An organisation was asked whether somebody speaks for it.");
        case EntryType::mandate_confirmed:
            return N_("An organisation confirmed that somebody speaks for it.");
        case EntryType::mandate_approved:
            return N_("A second person of an organisation approved that somebody speaks for it.");
        case EntryType::mandate_declined:
            return N_("An organisation answered that somebody does not speak for it.");
        case EntryType::mandate_withdrawn:
            return N_("It was taken back that somebody speaks for an organisation. What was said stands.");
        case EntryType::inspel_received: return N_("An inspel came in.");
        case EntryType::inspel_published: return N_("An inspel was read and published.");
        case EntryType::inspel_declined: return N_("An inspel was declined, with a reason.");
        case EntryType::inspel_reopened: return N_("An inspel was taken up for review again.");
        case EntryType::inspel_edited:
            return N_("The shown copy of an inspel was changed. The original stays.");
        case EntryType::inspel_redacted: return N_("Something in an inspel was masked. The original stays.");
        case EntryType::inspel_withdrawn: return N_("An inspel was withdrawn by its sender.");
        case EntryType::inspel_erased:
            return N_("The content of an inspel was erased. That it was received stays.");
        case EntryType::inspel_address_confirmed:
            return N_("The sender of an inspel showed, by an e-mail address or an eID, that it is theirs.");
        case EntryType::inspel_file_shown: return N_("A file that came with an inspel was shown to readers.");
        case EntryType::inspel_file_hidden:
            return N_("A file that came with an inspel was hidden from readers.");
        case EntryType::inspel_file_masked:
            return N_("Something in a file of an inspel was masked. The original stays.");
        case EntryType::addition_received: return N_("An inspel was completed by its sender.");
        case EntryType::addition_shown:
            return N_("What its sender added to an inspel was read and published.");
        case EntryType::amendment_proposed: return N_("Somebody proposed other words for a paragraph.");
        case EntryType::issue_added: return N_("An issue was marked in an inspel.");
        case EntryType::issue_removed: return N_("An issue was taken back from an inspel.");
        case EntryType::issue_assigned: return N_("An issue was assigned to a handler.");
        case EntryType::issue_grouped: return N_("Issues that are alike were put together.");
        case EntryType::issue_ungrouped: return N_("An issue was taken out of its group.");
        case EntryType::issue_topic_changed: return N_("An issue got another topic.");
        case EntryType::inspel_rest_set_aside: return N_("The rest of an inspel was read and is no issue.");
        case EntryType::inspel_rest_taken_up:
            return N_("The rest of an inspel is to be read for issues again.");
        case EntryType::issue_answered: return N_("An issue in an inspel was answered.");
        case EntryType::issue_answer_corrected: return N_("A public answer was changed, with a reason.");
        case EntryType::issue_answer_taken_back:
            return N_("Publishing an answer was taken back within an hour: the issue waits for it again.");
        case EntryType::answer_written: return N_("An answer was written, and not yet published.");
        case EntryType::text_block_added: return N_("A text block for answers was added.");
        case EntryType::text_block_removed: return N_("A text block for answers was removed.");
        case EntryType::document_added: return N_("A document was begun.");
        case EntryType::document_frozen: return N_("A version of the text was frozen.");
        case EntryType::document_picture_kept: return N_("A picture came with a text that was read in.");
        case EntryType::text_changed: return N_("The text was written or changed.");
        case EntryType::text_classified: return N_("A place in the text got a kind, such as goal or action.");
        case EntryType::change_linked: return N_("A change of the text was linked to what it goes back to.");
        case EntryType::referral_sent: return N_("A version of the text was sent out for answers.");
        case EntryType::referral_party_invited:
            return N_("The text was sent to somebody for formal consultation.");
        case EntryType::referral_party_extended:
            return N_("Somebody got more time to answer the formal consultation.");
        case EntryType::referral_party_reminded:
            return N_("Somebody was reminded of the formal consultation.");
        case EntryType::referral_party_abstained:
            return N_("Somebody declined to answer the formal consultation.");
        case EntryType::referral_answer_saved:
            return N_("Somebody began an answer to the formal consultation.");
        case EntryType::referral_answer_returned:
            return N_("An answer to the formal consultation was sent back to its writer to be changed.");
        case EntryType::referral_answer_forgotten:
            return N_(
                "An answer to the formal consultation that was never sent was destroyed: its time was out.");
        case EntryType::referral_sender_confirmed:
            return N_("It was confirmed who sent an answer to the formal consultation.");
        case EntryType::referral_answer_held:
            return N_("An answer to the formal consultation was written, and waits for approval.");
        case EntryType::referral_answer_received:
            return N_("An inspel is an answer to the formal consultation.");
        case EntryType::referral_answer_registered:
            return N_("An answer to the formal consultation got a case number.");
        case EntryType::referral_file_shown: return N_("The file of an answer was shown to readers.");
        case EntryType::referral_file_hidden: return N_("The file of an answer was hidden from readers.");
        case EntryType::statement_proposed: return N_("Somebody proposed a statement.");
        case EntryType::statement_seeded: return N_("A statement of those who lead the work was added.");
        case EntryType::statement_accepted: return N_("A statement was read and accepted.");
        case EntryType::statement_rejected: return N_("A statement was declined, with a reason.");
        case EntryType::statement_reopened:
            return N_("The ruling on a statement was taken back: it waits to be read.");
        case EntryType::statement_converted:
            return N_("A statement that people voted on was made an inspel.");
        case EntryType::votes_committed: return N_("Votes were committed to the log.");
        case EntryType::votes_imported: return N_("Votes from elsewhere were read in.");
        case EntryType::votes_exported: return N_("Every single vote was fetched by staff.");
        case EntryType::votes_withdrawn: return N_("Somebody took back their votes.");
        case EntryType::votes_opened: return N_("The votes were opened, so that everybody can count them.");
        case EntryType::conversation_moderation_changed:
            return N_("How statements are reviewed was changed.");
        case EntryType::conversation_population_changed:
            return N_("The number of people in the region was registered, to weight votes by.");
        case EntryType::conversation_group_named: return N_("A group of the opinion map was given a name.");
        case EntryType::conversation_closed: return N_("Voting was closed.");
        case EntryType::conversation_reopened: return N_("Voting was opened again.");
        case EntryType::conversation_frozen: return N_("The final opinion map was drawn and frozen.");
        case EntryType::completeness_declared: return N_("All answers were declared to be there.");
        case EntryType::completeness_waived:
            return N_(
                "It was decided to go on although answers or impact assessments are missing, with a reason.");
        case EntryType::consultation_noted:
            return N_("Something in a consultation with Sámi representatives was noted.");
        case EntryType::consultation_minutes_registered:
            return N_("Minutes of a consultation with Sámi representatives were registered.");
        case EntryType::consultation_outcome_changed:
            return N_("Where a consultation with Sámi representatives stands was noted.");
        case EntryType::decision_taken: return N_("A decision was taken.");
        case EntryType::decision_announced: return N_("The notice of a decision was put up.");
        case EntryType::dataset_imported: return N_("Statistics that others have published were read in.");
        case EntryType::map_imported: return N_("Borders that others have published were read in.");
        case EntryType::run_made: return N_("An analysis was made.");
        case EntryType::run_removed: return N_("An analysis that no text rests on was taken away.");
        case EntryType::run_cited:
            return N_("A paragraph, a priority or a point of the SWOT was given a figure to rest on.");
        case EntryType::citation_reviewed:
            return N_("Somebody looked at a text whose figure had become another.");
        case EntryType::citation_held:
            return N_("Somebody said why a figure still holds though its data has been replaced.");
        case EntryType::swot_written: return N_("A point of the SWOT was written, as a draft.");
        case EntryType::swot_changed: return N_("The words of a point of the SWOT were changed.");
        case EntryType::swot_supported: return N_("A point of the SWOT was given something to rest on.");
        case EntryType::swot_unsupported:
            return N_("Something that a point of the SWOT rested on was taken off it.");
        case EntryType::swot_published: return N_("A point of the SWOT was published, with its evidence.");
        case EntryType::swot_withdrawn: return N_("A point of the SWOT was taken back to a draft.");
        case EntryType::priority_proposed: return N_("A priority was proposed.");
        case EntryType::priority_changed: return N_("The words about a priority were changed.");
        case EntryType::priority_decided: return N_("It was decided what becomes of a priority, with why.");
        case EntryType::priority_discovered: return N_("A meeting where a priority was tried was noted.");
        case EntryType::weighing_opened: return N_("A weighing of priorities was opened.");
        case EntryType::weighing_invited: return N_("Somebody was invited to weigh priorities.");
        case EntryType::weighing_answered: return N_("Somebody weighed priorities.");
        case EntryType::weighing_withdrawn: return N_("Somebody took back how they weighed priorities.");
        case EntryType::panel_begun:
            return N_("A panel of those who know a field was begun, with what it is asked.");
        case EntryType::panel_round_opened:
            return N_("A panel's round was opened, with the reasons given in the one before.");
        case EntryType::panel_invited: return N_("Somebody was invited to a panel.");
        case EntryType::panel_estimated: return N_("Somebody in a panel gave an estimate.");
        case EntryType::panel_estimate_withdrawn:
            return N_("Somebody in a panel took back their estimate of a round.");
        case EntryType::requirement_judged: return N_("Somebody judged whether a requirement is met.");
        case EntryType::assessment_begun: return N_("An impact assessment began.");
        case EntryType::assessment_changed:
            return N_("What an impact assessment is about, or who sees to it, was changed.");
        case EntryType::assessment_paragraph_added:
            return N_("An impact assessment is about one more paragraph of the text.");
        case EntryType::assessment_paragraph_removed:
            return N_("An impact assessment is not about a paragraph of the text any more.");
        case EntryType::assessment_answered: return N_("A step of an impact assessment was answered.");
        case EntryType::assessment_looked_at:
            return N_(
                "Somebody looked at an answer of an impact assessment again after the text was changed, "
                "and found that it holds.");
        case EntryType::assessment_conflict_written:
            return N_("A goal conflict was named, or how it was weighed was written.");
        case EntryType::plan_begun:
            return N_("An edition of the plan for participation was begun, as a draft.");
        case EntryType::plan_changed: return N_("The draft of the plan for participation was changed.");
        case EntryType::plan_discarded:
            return N_("The draft of the plan for participation was deleted: it was never published.");
        case EntryType::plan_line_written:
            return N_("A line of the draft of the plan for participation was written.");
        case EntryType::plan_line_removed:
            return N_("A line was taken out of the draft of the plan for participation.");
        case EntryType::plan_published: return N_("An edition of the plan for participation was published.");
        case EntryType::correction_made:
            return N_("Something that was wrong and public was corrected: what stood stays next to it.");
        case EntryType::plan_promise_judged:
            return N_("It was written what came of a promise in the plan for participation.");
    }
    return "";
}

const char* sentence_of_many(EntryType type) {
    switch (type) {
        case EntryType::event_published: return N_("{} meetings in the calendar were published or changed.");
        case EntryType::news_published: return N_("{} news items were published or corrected.");
        case EntryType::step_published: return N_("{} steps of the process were written or got other dates.");
        case EntryType::inspel_received: return N_("{} inspel came in.");
        case EntryType::inspel_published: return N_("{} inspel were read and published.");
        case EntryType::issue_added: return N_("{} issues were marked in inspel.");
        case EntryType::issue_answered: return N_("{} issues in inspel were answered.");
        case EntryType::issue_assigned: return N_("{} issues were assigned to a handler.");
        case EntryType::issue_grouped: return N_("{} issues that are alike were put together.");
        case EntryType::answer_written: return N_("{} answers were written, and not yet published.");
        case EntryType::text_changed: return N_("{} places in the text were written or changed.");
        case EntryType::text_classified:
            return N_("{} places in the text got a kind, such as goal or action.");
        case EntryType::change_linked:
            return N_("{} changes of the text were linked to what they go back to.");
        case EntryType::referral_party_invited:
            return N_("The text was sent to {} organisations for formal consultation.");
        case EntryType::referral_answer_received:
            return N_("{} inspel are answers to the formal consultation.");
        case EntryType::statement_proposed: return N_("{} statements were proposed.");
        case EntryType::statement_seeded: return N_("{} statements of those who lead the work were added.");
        case EntryType::statement_accepted: return N_("{} statements were read and accepted.");
        default: return nullptr;
    }
}

}  // namespace medskapa::web::log
