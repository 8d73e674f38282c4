#include "web/mail/mandate_letters.hpp"

#include "app/organisation/mandate.hpp"
#include "store/organisation/mandate_store.hpp"
#include "store/organisation/organisation_store.hpp"
#include "web/organisation/addresses.hpp"

namespace medskapa::web::mail {
namespace {

using State = Mandate::State;

void link_to(Writing& to, const std::string& label, const std::string& link) {
    to.link(label, path_to(address::mandate_page, to.process.slug, to.hidden(link)));
}

bool write_question(Writing& to, const Mandate& mandate, const Organisation& organisation) {
    const auto& words = to.words;
    if (mandate.state() != State::asked) return false;
    to.title(
        words("Does somebody speak for {}?", organisation.name), words("Does the person speak for you?"));
    to.paragraph(words("{} has sent us an inspel in the name of {}.", mandate.speaker, organisation.name));
    to.fact(words("Name"), mandate.speaker);
    to.fact(words("E-mail address"), mandate.address);
    to.fact(words("Process"), words.in(to.process.name));
    to.paragraph(
        words("Open the link, read the inspel and say whether that is right. Until then it is marked “sender "
              "not confirmed”. The link is for you alone: whoever has it answers for the organisation."));
    link_to(to, words("Read and answer"), app::registrars_link(mandate, to.office.secret));
    return true;
}

bool write_receipt(Writing& to, const Mandate& mandate, const Organisation& organisation) {
    const auto& words = to.words;
    if (mandate.state() != State::stands && mandate.state() != State::half) return false;
    to.title(words("Confirmed who speaks for {}", organisation.name),
        words("You have confirmed who speaks for you"));
    to.paragraph(words(
        "{} has confirmed that {} speaks for {}.", mandate.confirmer, mandate.speaker, organisation.name));
    to.fact(words("Good for"), shown(mandate.scope, words));
    if (mandate.last_day) to.fact(words("Last day"), words.day(*mandate.last_day));
    if (mandate.state() == State::half)
        to.paragraph(words("A second person with you has to approve. The link for them is on the page."));
    to.paragraph(words("If that is wrong, open the link and take it back."));
    link_to(to, words("See or take it back"), app::registrars_link(mandate, to.office.secret));
    return true;
}

bool write_answer(Writing& to, const Mandate& mandate, const Organisation& organisation) {
    const auto& words = to.words;
    if (mandate.state() == State::declined) {
        to.title(words("{} has answered", organisation.name), words("The organisation has answered"));
        to.paragraph(
            words("{} has answered that you do not speak for it. Your inspel is marked “sender not "
                  "confirmed”.",
                organisation.name));
        return true;
    }
    if (mandate.state() != State::stands) return false;
    to.title(words("{} has confirmed that you speak for it", organisation.name),
        words("You speak for the organisation"));
    to.paragraph(words("{} has confirmed that you speak for it.", organisation.name));
    to.fact(words("Good for"), shown(mandate.scope, words));
    if (mandate.last_day) to.fact(words("Last day"), words.day(*mandate.last_day));
    to.paragraph(
        words("The link is your own: do not pass it on. With it you see what you may say, and can "
              "take it back."));
    link_to(to, words("See what you may say"), app::persons_link(mandate, to.office.secret));
    return true;
}

}  // namespace

bool write_about_mandate(Writing& to) {
    const auto mandate = store::find_mandate(to.db, to.mail.mandate);
    if (!mandate || mandate->link_key.empty()) return false;
    const auto named = store::find_organisation(to.db, mandate->organisation).value();
    const auto organisation = store::standing_organisation(to.db, named);
    if (to.mail.kind == Mail::Kind::mandate_answered) return write_answer(to, *mandate, organisation);
    // What was asked again, or of another address, has a newer mail.
    if (to.mail.code_key != mandate->link_key || organisation.registrar != to.mail.recipient) return false;
    return to.mail.kind == Mail::Kind::mandate_asked ? write_question(to, *mandate, organisation)
                                                     : write_receipt(to, *mandate, organisation);
}

}  // namespace medskapa::web::mail
