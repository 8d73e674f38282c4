#include "web/mail/letters.hpp"

#include "app/inspel/inspel.hpp"
#include "app/mail/following.hpp"
#include "app/own_page/own_page.hpp"
#include "app/referral/referral.hpp"
#include "app/staff/staff.hpp"
#include "base/text.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/mail/subscriber_store.hpp"
#include "store/referral/referral_store.hpp"
#include "store/site/site_store.hpp"
#include "web/frame/routing/language_address.hpp"
#include "web/inspel/addresses.hpp"
#include "web/mail/addresses.hpp"
#include "web/mail/mandate_letters.hpp"
#include "web/mail/subjects.hpp"
#include "web/mail/writing.hpp"
#include "web/own_page/addresses.hpp"
#include "web/referral/addresses.hpp"
#include "web/staff/addresses.hpp"

namespace medskapa::web::mail {
namespace {

using Kind = Letter::Block::Kind;

std::string number_of(const Inspel& inspel) {
    return "I-" + std::to_string(inspel.number);
}

bool write_receipt(Writing& to, const Inspel& inspel) {
    const auto& words = to.words;
    if (!is_living(inspel)) return false;
    const auto code = to.hidden(app::code_of({to.mail.code_key, to.office.secret}, to.process));
    to.title(
        words("Your inspel {} is received", number_of(inspel)), words("Thank you, your inspel is received"));
    to.paragraph(words("It has number {}. We read it before it is shown.", number_of(inspel)));
    to.paragraph(
        words("With this receipt code you can follow, complete or withdraw it. Whoever has the code "
              "can do the same, so keep it to yourself."));
    to.letter.blocks.push_back({Kind::code, to.office.hides_codes ? code : readable_code(code)});
    to.fact(words("Received"), words.moment(to.office.clock.local(inspel.received_at)));
    to.fact(words("Process"), words.in(to.process.name));
    to.paragraph(words(
        "Each issue in it gets an answer of its own, with reasons, within {} days.", to.process.answer_days));
    to.link(words("Follow your inspel"), path_to(address::receipt_page, to.process.slug, code));
    return true;
}

bool write_published(Writing& to, const Inspel& inspel) {
    if (inspel.state != Inspel::State::published) return false;
    const auto& words = to.words;
    to.title(words("Your inspel {} is published", number_of(inspel)), words("Your inspel is published"));
    to.paragraph(words("We have read {}. Everybody can read it now.", number_of(inspel)));
    to.paragraph(words(
        "Each issue in it gets an answer of its own, with reasons, within {} days.", to.process.answer_days));
    to.link(words("Read it on the site"), path_to(address::inspel_page, to.process.slug, inspel.number));
    return true;
}

bool write_declined(Writing& to, const Inspel& inspel) {
    if (inspel.state != Inspel::State::declined || !inspel.decline_reason) return false;
    const auto& words = to.words;
    to.title(words("Your inspel {} is not shown", number_of(inspel)), words("Your inspel is not shown"));
    to.paragraph(words("We have read {} and decided not to show it.", number_of(inspel)));
    to.fact(words("Reason"), shown(*inspel.decline_reason, words));
    if (!inspel.decline_note.empty()) to.quote(inspel.decline_note);
    to.heading(words("If you think that we are wrong"));
    to.paragraph(words(
        "Open the inspel with its receipt code and ask for a new decision: somebody else than the one who "
        "decided looks again. You can also write to {}.",
        to.process.contact_email));
    to.link(words("Follow your inspel"), path_to(address::find_receipt, to.process.slug));
    return true;
}

bool write_answered(Writing& to, const Inspel& inspel) {
    if (inspel.state != Inspel::State::published) return false;
    const auto& words = to.words;
    to.title(words("Your inspel {} has an answer", number_of(inspel)), words("Your inspel has an answer"));
    bool has_any = false;
    for (const auto& issue : store::issues_of(to.db, inspel.id)) {
        const auto answer = store::find_answer(to.db, issue.answer);
        if (!answer || !answer->published_at) continue;
        to.heading(issue.title);
        to.fact(words("Outcome"), shown(answer->outcome, words));
        to.quote(answer->text);
        has_any = true;
    }
    to.link(
        words("Read the answer on the site"), path_to(address::inspel_page, to.process.slug, inspel.number));
    to.paragraph(words("Have we misunderstood you? Add something with your receipt code, or write to {}.",
        to.process.contact_email));
    return has_any;
}

bool write_sign_in_link(Writing& to) {
    const auto& words = to.words;
    to.title(words("Your sign-in link"), words("Sign in"));
    to.paragraph(words(
        "Somebody, probably you, has asked for a link to sign in with. It works once, within {} minutes.",
        static_cast<int>(mailed_link_life.count())));
    to.link(
        words("Sign in"), path_to(address::sign_in, to.hidden(app::mailed_token(to.mail, to.office.secret))));
    to.paragraph(words("If it was not you, you need do nothing. Nobody comes in without the link."));
    return true;
}

bool write_own_page_link(Writing& to) {
    const auto& words = to.words;
    to.title(words("Your link to My pages"), words("Open My pages"));
    to.paragraph(
        words("Somebody, probably you, has asked to see what is tied to this address. The link works "
              "once, within {} minutes.",
            static_cast<int>(own_link_life.count())));
    if (const auto inspel = to.mail.inspel ? store::find_inspel(to.db, to.mail.inspel) : std::nullopt) {
        to.paragraph(words("When you open it, inspel {} is tied to this address.", number_of(*inspel)));
        to.paragraph(words(
            "Have you not sent it? Then do not open this link: ask for a link of your own on My pages."));
    }
    to.link(words("Open My pages"),
        path_to(address::open_own_page, to.hidden(app::own_link_token(to.mail, to.office.secret))));
    to.paragraph(words("If it was not you, you need do nothing. Nobody comes in without the link."));
    return true;
}

bool write_request_answered(Writing& to, const Inspel& inspel) {
    const auto& words = to.words;
    to.title(words("Your request about inspel {} has an answer", number_of(inspel)),
        words("Your request has an answer"));
    to.paragraph(words("You asked us to put something right or erase it. Our answer stands on My pages."));
    to.link(words("Open My pages"), path_to(address::own_page));
    return true;
}

/// The case number where there is one, since that is what a registrar looks for.
std::string named(const Referral& referral, const Writing& to) {
    const auto name = to.words.in(to.process.name);
    return referral.case_number.empty() ? name : referral.case_number + ": " + name;
}

bool write_to_party(Writing& to, const Party& party) {
    const auto& words = to.words;
    const auto referral = store::find_referral(to.db, party.referral);
    if (!referral || party.has_sent() || party.abstained_at) return false;
    const auto last = words.day(party.last_day());
    const bool is_reminder = to.mail.kind == Mail::Kind::reminder;
    if (is_reminder)
        to.title(words("Reminder of consultation {}, answer by {}", named(*referral, to), last),
            words("We have no answer from you yet"));
    else
        to.title(words("Consultation {}, answer by {}", named(*referral, to), last),
            words("We ask for your answer"));
    to.paragraph(words("To {}.", party.name));
    to.paragraph(words("We ask you to answer the proposal for {}, by {}.", words.in(to.process.name), last));
    if (!referral->case_number.empty()) to.fact(words("Our case number"), referral->case_number);
    to.paragraph(
        words("If you have nothing against it, it is enough to choose so on the page. The link is "
              "for you alone: pass it on to those who are to write or approve the answer."));
    to.link(words("Read the proposal and answer"),
        path_to(address::answer_as_party, to.process.slug, to.hidden(app::link_of(party, to.office.secret))));
    return true;
}

bool write_test(Writing& to) {
    const auto& words = to.words;
    to.title(words("Test from {}", words.in(to.process.name)), words("Mail from the site works"));
    to.paragraph(
        words("This test came to you, so receipts, answers and sign-in links come too. Look that it "
              "did not land among unwanted mail: then the region's own mail service must be told to "
              "trust the sender."));
    return true;
}

std::string followers_path(const Writing& to, AddressWith<2> address, const Subscriber& subscriber) {
    return path_to(address, to.process.slug, to.hidden(app::link_of(subscriber, to.office.secret)));
}

bool write_confirmation(Writing& to, const Subscriber& subscriber) {
    const auto& words = to.words;
    to.title(words("Confirm that you want news of {}", words.in(to.process.name)),
        words("Confirm that you want news"));
    to.paragraph(
        words("Somebody, probably you, has asked for news to this address. Nothing more comes before "
              "you have confirmed it."));
    to.link(words("Confirm"), followers_path(to, address::confirm_following, subscriber));
    to.paragraph(words("If it was not you, you need do nothing. The address is forgotten in three days."));
    return true;
}

bool write_digest(Writing& to, const Subscriber& subscriber) {
    const auto& words = to.words;
    const auto until = to.office.clock.day(to.mail.made_at);
    if (!subscriber.confirmed_at || !to.mail.since) return false;
    const auto last = until - std::chrono::days{1};
    to.title(words("{}: what has happened, {}", words.in(to.process.name), words.day(last)),
        words("This has happened"));
    for (const auto& one : store::subjects_of(to.db, subscriber.id)) {
        if (!one.is_confirmed) continue;
        const auto all =
            happenings(to.db, to.office.clock, to.process, one.subject, words, *to.mail.since, until);
        if (all.empty()) continue;
        to.heading(name_of_subject(to.db, to.process, one.subject, words).value_or(one.subject));
        for (const auto& happening : all) to.link(happening.text, happening.path);
    }
    to.letter.unsubscribe = to.whole(followers_path(to, address::stop_following, subscriber));
    return !to.letter.blocks.empty();
}

bool write_to_follower(Writing& to) {
    const auto subscriber = store::find_subscriber(to.db, to.mail.subscriber);
    if (!subscriber) return false;
    if (to.mail.kind == Mail::Kind::confirmation) return write_confirmation(to, *subscriber);
    if (!write_digest(to, *subscriber)) return false;
    const auto& words = to.words;
    to.letter.foot = {{Kind::link, to.whole(followers_path(to, address::follower_page, *subscriber)),
                          words("Change what you get")},
        {Kind::link, to.letter.unsubscribe, words("Stop these mails")}};
    return true;
}

bool write_to_sender(Writing& to) {
    const auto inspel = store::find_inspel(to.db, to.mail.inspel);
    if (!inspel) return false;
    switch (to.mail.kind) {
        case Mail::Kind::receipt: return write_receipt(to, *inspel);
        case Mail::Kind::published: return write_published(to, *inspel);
        case Mail::Kind::declined: return write_declined(to, *inspel);
        case Mail::Kind::answered: return write_answered(to, *inspel);
        case Mail::Kind::request_answered: return write_request_answered(to, *inspel);
        default: return false;
    }
}

bool write_body(Writing& to) {
    switch (to.mail.kind) {
        case Mail::Kind::sign_in_link: return write_sign_in_link(to);
        case Mail::Kind::own_page_link: return write_own_page_link(to);
        case Mail::Kind::test: return write_test(to);
        case Mail::Kind::mandate_asked:
        case Mail::Kind::mandate_answered:
        case Mail::Kind::mandate_noted: return write_about_mandate(to);
        case Mail::Kind::confirmation:
        case Mail::Kind::digest: return write_to_follower(to);
        case Mail::Kind::invitation:
        case Mail::Kind::reminder: {
            const auto party = store::find_party(to.db, to.mail.party);
            return party && write_to_party(to, *party);
        }
        default: return write_to_sender(to);
    }
}

std::string why_it_came(const Writing& to) {
    const auto& words = to.words;
    switch (to.mail.kind) {
        case Mail::Kind::sign_in_link:
            return words("You get this mail because somebody wrote your address on our sign-in page.");
        case Mail::Kind::own_page_link:
            return words("You get this mail because somebody wrote your address on our page My pages.");
        case Mail::Kind::invitation:
        case Mail::Kind::reminder: return words("You get this mail because you are asked for an answer.");
        case Mail::Kind::confirmation:
            return words("You get this mail because somebody wrote your address on our page for news.");
        case Mail::Kind::test: return words("You get this mail because you asked for a test on the desk.");
        case Mail::Kind::digest: return words("You get this mail because you follow the process.");
        case Mail::Kind::mandate_asked:
        case Mail::Kind::mandate_noted:
            return words(
                "You get this mail because this address answers for an organisation in our register.");
        default: return words("You get this mail because you wrote your address when you sent an inspel.");
    }
}

void write_foot(Writing& to) {
    to.letter.foot.insert(to.letter.foot.begin(), {Kind::paragraph, why_it_came(to)});
    std::string sender = to.letter.from_name;
    for (const auto& part :
        {to.words.in(to.process.contact_role), to.process.contact_email, to.process.contact_phone})
        if (!part.empty()) sender += ", " + part;
    to.letter.foot.push_back({Kind::paragraph, sender});
}

std::string name_of_sender(const Writing& to) {
    if (!to.office.from_name.empty()) return to.office.from_name;
    return to.process.name.empty() ? "Medskapa" : to.words.in(to.process.name);
}

}  // namespace

std::optional<Letter> letter_of(sql::Connection& db, const Office& office, const Mail& mail) {
    const auto process = mail.process ? store::find_process(db, mail.process) : Process{};
    if (!process) return std::nullopt;
    const auto language = language_with_tag(mail.language);
    Writing writing{db, office, mail, *process, words_of(language)};
    writing.letter.language = language;
    writing.letter.from_name = name_of_sender(writing);
    if (!write_body(writing)) return std::nullopt;
    write_foot(writing);
    return std::move(writing.letter);
}

std::optional<Message> message_of(
    sql::Connection& db, const Office& office, const Mail& mail, const std::string& from, Instant now) {
    const auto letter = letter_of(db, office, mail);
    if (!letter) return std::nullopt;
    Message message{.from_name = letter->from_name, .from = from, .to = mail.recipient};
    message.subject = letter->subject;
    message.language = std::string{letter->language.tag()};
    message.id = '<' + mail.public_id + from.substr(from.find('@')) + '>';
    message.date = now;
    message.plain = as_plain(*letter);
    message.html = as_html(*letter);
    message.unsubscribe = letter->unsubscribe;
    return message;
}

}  // namespace medskapa::web::mail
