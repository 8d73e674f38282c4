#include "web/law/personal_columns.hpp"

#include "base/language/sentence.hpp"

namespace medskapa::web::law {
namespace {

constexpr auto by_the_plan =
    N_("As long as the region's plan says. Nothing is destroyed without a decision.");
constexpr auto with_inspel = N_("As long as the original of the inspel is kept");
constexpr auto staff_alone =
    N_("Staff of the process. Not published, but may be handed out as a public document.");
constexpr auto nobody = N_("Nobody. Only the program reads it.");

PersonalThing words_of_inspel() {
    return {N_("What you write in an inspel, an addition or a proposal for other words"),
        N_("To answer it and weigh it in the strategy"), by_the_plan,
        N_("Everybody, once it has been reviewed, and with what had to be masked left out. Staff see the "
           "original."),
        {"inspel.title", "inspel.text", "inspel.shown_title", "inspel.shown_text", "addition.text",
            "addition.shown_text", "amendment.text", "amendment.shown_text", "inspel_search.tokens",
            "desk_search.tokens", "issue.quote", "issue.title", "issue_group.title"}};
}

PersonalThing organisation() {
    return {N_("The organisation that you speak for"), N_("To show whose view it is"), by_the_plan,
        N_("Everybody, once the inspel is published"), {"inspel.organisation", "inspel.shown_organisation"}};
}

PersonalThing files() {
    return {N_("Files that you send with an inspel or an answer"), N_("To read them with your words"),
        with_inspel,
        N_("Staff of the process, and the sender by the receipt code. Everybody, once staff have looked them "
           "through and shown them. Where a picture was taken is not kept."),
        {"original_file.name", "original_file.digest", "original_bytes.bytes"}};
}

PersonalThing contact() {
    return {
        N_("Your e-mail address or telephone, if you leave it, and a coded mark of your eID, if you tie the "
           "inspel to it. Never your personal identity number."),
        N_("To let you know and to ask you, and so that you see what is yours"), with_inspel, staff_alone,
        {"inspel_contact.contact", "inspel_identity.identity"}};
}

PersonalThing decline() {
    return {N_("Why an inspel is not published"), N_("So that its sender can read it"), with_inspel,
        N_("Staff of the process, and the sender by the receipt code"), {"inspel.decline_note"}};
}

PersonalThing referral_answer() {
    return {N_("An answer to a formal consultation: its words and who wrote and approved it"),
        N_("To show who has answered, and to answer each point"),
        N_("As long as the region's plan says. A draft that is never sent is erased 30 days after the last "
           "day "
           "for answers."),
        N_("Everybody sees the published words. Who wrote and approved it, only staff."),
        {"referral_answer.title", "referral_answer.organisation", "referral_answer.contact",
            "referral_answer.author", "referral_answer.approver", "referral_answer.comment",
            "referral_answer_part.text"}};
}

PersonalThing party() {
    return {N_("How those who are asked in a formal consultation are reached"), N_("To send it to them"),
        by_the_plan, staff_alone, {"party.contact"}};
}

PersonalThing registrar() {
    return {N_("The address at which an organisation answers who speaks for it"),
        N_("To ask the organisation, and nobody else, whether somebody speaks for it"),
        N_("As long as the organisation is in the register with that address"), staff_alone,
        {"organisation.registrar"}};
}

PersonalThing mandate() {
    return {N_("That you speak for an organisation: your name and address, and who in the organisation "
               "confirmed it"),
        N_("So that nobody speaks for an organisation that does not know of it"), with_inspel,
        N_("Staff of the process, and the organisation by the link that it was sent. Everybody sees that the "
           "organisation has confirmed it, and when, without names."),
        {"mandate.speaker", "mandate.address", "mandate.sent_to", "mandate.confirmer", "mandate.approver"}};
}

PersonalThing votes() {
    return {N_("Your answers to statements, under a random number"),
        N_("To draw the map of opinions, and to let you change your answers"),
        N_("Until you take them back, or the region's plan says that they go"),
        N_("Nobody sees how one person has answered. Everybody sees figures about five people and more."),
        {"participant.id", "participant.key_digest", "participant.assurance", "participant.joined_at",
            "vote.participant_id", "vote.statement_id", "vote.value", "vote.cast_id",
            "vote_cast.participant_id", "vote_cast.probability", "voter_change.participant_id",
            "opinion_memory.memory", "opinion_release.partitions", "released_ballot.participant_id",
            "released_ballot.version", "released_ballot.votes"}};
}

PersonalThing background() {
    return {N_("Your municipality, age group and kind of sender, if you tell them when you vote"),
        N_("To see whether the whole region takes part"), N_("Until you take back your answers"),
        N_("Everybody, as figures about five people and more"),
        {"participant.municipality", "participant.actor_kind", "participant.age_class"}};
}

PersonalThing weighing() {
    return {N_("How you weigh priorities, and which kind of actors you speak for, under a random number"),
        N_("To see what matters most to many, and to let you change your answer"),
        N_("Until you take it back while the weighing is open, or the region's plan says that it goes"),
        N_("Nobody sees how one person has answered. Everybody sees figures about five people and more."),
        {"weighing_answer.person", "weighing_answer.assurance", "weighing_answer.sector",
            "weighing_answer.points", "weighing_answer.choices"}};
}

PersonalThing panel() {
    return {N_("The number and the reason that you give when you are asked in a panel, under a digest of "
               "your link"),
        N_("To see what those who know the field expect, and to let you change your mind between rounds"),
        N_("Until you take it back while the round is open. Otherwise it stays with the process"),
        N_("Those who lead the work have sent you the link, and can see what was answered by it. Everybody "
           "sees "
           "figures about five people and more."),
        {"panel_estimate.member", "panel_estimate.estimated", "panel_estimate.reason"}};
}

PersonalThing statement() {
    return {N_("A statement that you propose for others to answer"), N_("So that others can answer it"),
        by_the_plan, N_("Everybody, once it has been reviewed"), {"statement.text"}};
}

PersonalThing staff() {
    return {N_("Name, e-mail address and role of those who work with the process"),
        N_("So that only they come in, and to share out the work"),
        N_("As long as they have a role, and after that as the region's plan says"), N_("Other staff"),
        {"staff.email", "staff.name", "membership.staff_id", "membership.process_id", "membership.role",
            "issue.assignee"}};
}

PersonalThing setup() {
    return {N_("Name, e-mail address and telephone that were written while the site was set up"),
        N_("So that whoever sets it up can leave and come back"),
        N_("Until the five questions are answered and the first process is opened"),
        N_("Whoever has the setup link"),
        {"setup_draft.leader_name", "setup_draft.leader_email", "setup_draft.contact_phone",
            "setup_draft.contact_email"}};
}

PersonalThing desk() {
    return {
        N_("What staff are writing and have not saved, their saved filters, and what they did to many things "
           "at once"),
        N_("So that no words are lost, and a mistake can be undone"),
        N_("Until they save or throw it away, or lose their role"), N_("They themselves"),
        {"draft.staff_id", "draft.process_id", "draft.place", "draft.words", "draft.kept_at",
            "saved_filter.staff_id", "saved_filter.process_id", "saved_filter.title", "saved_filter.query",
            "bulk_act.staff_id", "bulk_act.process_id", "bulk_act.kind", "bulk_act.made_at",
            "bulk_act.undone_at", "bulk_item.was", "bulk_item.became"}};
}

PersonalThing table_readings() {
    return {N_("Fingerprints of a table's header, and of words in it that staff have answered for, with what "
               "they "
               "mean: which municipality, which channel"),
        N_("So that the same is not asked of the next table with the same header"),
        N_("Until no such table has been imported for a year"), N_("Staff who import tables"),
        {"table_reading.header", "table_reading.answers"}};
}

PersonalThing sessions() {
    return {N_("When staff are signed in"),
        N_("So that they need not sign in on every page, and can sign out "
           "elsewhere"),
        N_("Until they sign out. After twelve hours it opens nothing."), N_("They themselves"),
        {"session.staff_id", "session.started_at", "session.seen_at", "session.process_id", "session.way_in",
            "session.device", "session.proved_at", "sign_in_link.staff_id"}};
}

PersonalThing passphrase() {
    return {N_("What staff sign in with: a passphrase, kept so that nobody can read it, the key of an app, "
               "encrypted, and what recognises their recovery codes"),
        N_("So that nobody else comes in in their name"),
        N_("Until they take it away or another lets them begin anew"), nobody,
        {"passphrase.staff_id", "passphrase.hash", "passphrase.one_time_key", "passphrase.last_step",
            "passphrase.changed_at", "passphrase.process_id", "recovery_code.code_digest",
            "recovery_code.staff_id"}};
}

PersonalThing passkeys() {
    return {N_("What recognises the passkeys of staff, their names, and when each was made and last used"),
        N_("So that they can sign in with them, and see whether anybody else has"),
        N_("Until they remove the passkey, another lets them begin anew, or they lose the role that it was "
           "made for"),
        N_("They themselves"),
        {"passkey.staff_id", "passkey.name", "passkey.credential", "passkey.public_key",
            "passkey.user_handle", "passkey.counter", "passkey.made_at", "passkey.used_at",
            "passkey.process_id"}};
}

PersonalThing identities() {
    return {
        N_("Which sign-in service a member of the staff signs in by, and a coded mark by which we know them "
           "there. The service's name for the person, such as a personal identity number, is not kept"),
        N_("So that they can sign in as they do elsewhere at work"),
        N_("Until they take it away or another lets them begin anew"), nobody,
        {"staff_identity.subject_digest", "staff_identity.staff_id", "staff_identity.provider",
            "staff_identity.tied_at", "staff_identity.process_id"}};
}

PersonalThing salts() {
    return {N_("Random numbers that tie what you wrote to the open log"),
        N_("So that you can prove what you sent, without the log showing it"), with_inspel, nobody,
        {"log_salt.salt"}};
}

PersonalThing lack() {
    return {N_("What you report about accessibility, and how you are reached if you say it"),
        N_("To mend the site and answer you"),
        N_("The report as the region's plan says. How you are reached goes when the report is closed."),
        staff_alone, {"lack_report.text", "lack_report.contact"}};
}

PersonalThing report_of_content() {
    return {
        N_("What you write when you report something published, how you are reached if you say it, and what "
           "we answer"),
        N_("To decide whether it stays, and to tell you"), by_the_plan, staff_alone,
        {"content_report.text", "content_report.contact", "content_report.answer"}};
}

PersonalThing appeal() {
    return {N_("Why you think that your inspel should be shown, and what we answer"),
        N_("So that somebody else can look again"), with_inspel, staff_alone,
        {"appeal.text", "appeal.answer"}};
}

PersonalThing moderators() {
    return {
        N_("Who of the staff decided about a report, about an inspel that is not shown, and looked again"),
        N_("So that the same person does not decide twice"), by_the_plan, nobody,
        {"content_report.staff_id", "refusal.staff_id", "appeal.staff_id"}};
}

PersonalThing extracts() {
    return {N_("Who of the staff looked for what is kept about a person and took it out, when, in which case "
               "and why"),
        N_("So that nobody reads about others without a reason that can be asked for"), by_the_plan,
        N_("Those who may take out what is kept about a person. Whom it was about is not kept here."),
        {"extract_use.staff_id", "extract_use.kind", "extract_use.case_number", "extract_use.reason",
            "extract_use.used_at"}};
}

PersonalThing mail() {
    return {N_("Your e-mail address and what you follow, where mail is sent to you"),
        N_("To send what you have asked for"),
        N_("With the inspel that the mail is about, or until you stop by the link in each mail"), staff_alone,
        {"mail.recipient", "subscriber.address", "subscription.subject"}};
}

PersonalThing own_page() {
    return {N_("Your e-mail address, or a coded mark of your eID, when you open My pages, and when you did"),
        N_("So that only you see what is yours"),
        N_("Half an hour after your last click, and four hours at most. The mail with the link: a day."),
        nobody,
        {"own_link.address", "own_session.address", "own_session.identity", "own_session.started_at",
            "own_session.seen_at"}};
}

PersonalThing voice() {
    return {
        N_("That your eID is counted in a conversation, as a coded mark of both. Not with which answers."),
        N_("So that nobody is counted there twice as somebody with an eID"),
        N_("Until the result of the conversation stands"), nobody, {"eid_voice.voice"}};
}

PersonalThing own_requests() {
    return {N_("What you ask us to put right or erase, and what we answer"),
        N_("To do what you ask, and to tell you"), with_inspel, staff_alone,
        {"own_request.text", "own_request.answer"}};
}

}  // namespace

const std::vector<PersonalThing>& personal_things() {
    static const std::vector<PersonalThing> things{words_of_inspel(), organisation(), files(), contact(),
        decline(), referral_answer(), party(), registrar(), mandate(), votes(), background(), weighing(),
        panel(), statement(), staff(), setup(), desk(), table_readings(), sessions(), passphrase(),
        passkeys(), identities(), salts(), lack(), report_of_content(), appeal(), moderators(), extracts(),
        mail(), own_page(), voice(), own_requests()};
    return things;
}

}  // namespace medskapa::web::law
