#include "app/mail/mail.hpp"
#include "store/mail/columns.hpp"
#include "store/mail/mail_store.hpp"
#include "web/frame/flash.hpp"
#include "web/mail/addresses.hpp"
#include "web/mail/desk/pages.hpp"
#include "web/mail/letters.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::mail::desk {
namespace {

constexpr int mails_a_page = 50;

/// Codes in a letter are a right: the staff see them only where all of it is an example.
Office office_of(const Visit& visit) {
    return {.clock = visit.site.clock,
        .base_url = visit.site.base_url,
        .secret = visit.site.secret,
        .hides_codes = !visit.process->is_example};
}

std::optional<Mail::State> state_asked_for(const Visit& visit) {
    Mail::State state{};
    if (!find_name<Mail::State>(visit.query("lage"), state)) return std::nullopt;
    return state;
}

std::string list_href(const Visit& visit, std::optional<Mail::State> state, Id<Mail> before = {}) {
    return with_query(visit.href(address::mail_page),
        {{"lage", state ? name_of(*state) : ""}, {"fore", before ? std::to_string(before.value) : ""}});
}

/// What the state means, where it is not plain.
std::string meaning_of(const Mail& mail, const Words& words) {
    switch (mail.state) {
        case Mail::State::waiting:
            if (mail.tries == 0) return words("It is sent as soon as the mail server takes it.");
            return words("The mail server could not take it. It is tried again by itself.");
        case Mail::State::unknown:
            return words(
                "The connection ended while it was being sent. It may have arrived, so it is not sent "
                "again by itself.");
        case Mail::State::bounced:
            return mail.reply == 0 ? words("It was not sent: it had grown too old.")
                                   : words("The receiving mail server refused it. Check the address.");
        case Mail::State::sending:
        case Mail::State::sent: break;
    }
    return {};
}

Html counts_view(const Visit& visit) {
    const auto& words = visit.words;
    const auto counts = store::mail_counts(visit.db, visit.process->id);
    return html("<ul class=\"plain\">{}<li><a href=\"{}\">{}</a></li></ul>",
        each(counts,
            [&](const auto& one) {
                return html("<li><a href=\"{}\">{}</a>: {}</li>", list_href(visit, one.first),
                    shown(one.first, words), words.number(one.second));
            }),
        list_href(visit, std::nullopt), words("All mails"));
}

Html rows_view(const Visit& visit, const std::vector<Mail>& mails) {
    const auto& words = visit.words;
    if (mails.empty()) return html("<p>{}</p>", words("There are no mails."));
    ui::Table table{.caption = words("Mails, the newest first"),
        .columns = {{words("Made")}, {words("About")}, {words("To")}, {words("Status")},
            {words("Attempts"), ui::Cell::number}}};
    for (const auto& mail : mails)
        table.rows.push_back({html("{}", words.moment(visit.site.clock.local(mail.made_at))),
            html("<a href=\"{}\">{}</a>", visit.href(address::letter_page, mail.id.value),
                shown(mail.kind, words)),
            html("{}", mail.recipient), html("{}", shown(mail.state, words)),
            html("{}", words.number(mail.tries))});
    return ui::table(table);
}

Html example_notice(const Visit& visit) {
    if (!visit.process->is_example) return {};
    return ui::notice(ui::Tone::info,
        html("<p>{}</p>",
            visit.words(
                "This is an example site: it sends no mail. Here you see what would have been sent.")));
}

std::optional<Mail> mail_asked_for(const Visit& visit) {
    const auto id = Visit::number(visit.path.at("mail"));
    auto mail = id ? store::find_mail(visit.db, {*id}) : std::nullopt;
    if (!mail || mail->process != visit.process->id) return std::nullopt;
    return mail;
}

Html again_form(const Visit& visit, const Mail& mail) {
    if (mail.state != Mail::State::unknown) return {};
    if (!authorize(visit.actor(), Action::moderate_inspel, visit.process->id)) return {};
    const auto& words = visit.words;
    return html(R"(<form method="post" action="{}">{}<p>{}</p></form>)",
        visit.href(address::send_mail_again, mail.id.value),
        form_guard(visit, {sql::version_of<store::tables::mail>(mail)}),
        ui::submit(words("Send it again"), ui::Weight::filled));
}

Html letter_view(const Visit& visit, const Mail& mail) {
    const auto& words = visit.words;
    const auto letter = letter_of(visit.db, office_of(visit), mail);
    if (!letter)
        return html("<p>{}</p>",
            words("There is nothing to say any more: what it was about has changed, or is gone."));
    return html(R"(
<dl><dt>{subject_label}</dt><dd>{subject}</dd></dl>
<pre tabindex="0" role="region" aria-label="{label}" lang="{lang}">{text}</pre>)",
        "subject_label"_a = words("Subject"), "subject"_a = letter->subject,
        "label"_a = words("The text of the mail"), "lang"_a = std::string{letter->language.tag()},
        "text"_a = as_plain(*letter));
}

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    const auto state = state_asked_for(visit);
    const Id<Mail> before{Visit::number(visit.query("fore")).value_or(0)};
    auto mails = store::list_mail(visit.db, visit.process->id, state, before, mails_a_page + 1);
    ui::Pages pages{.first = before ? list_href(visit, state) : ""};
    if (mails.size() > mails_a_page) {
        mails.pop_back();
        pages.next = list_href(visit, state, mails.back().id);
    }
    const auto body = html(R"(
<h1>{title}</h1>
{example}<p class="lead">{lead}</p>
{counts}
<h2>{which}</h2>
{rows}{pages})",
        "title"_a = words("Mail"), "example"_a = example_notice(visit),
        "lead"_a = words("What the process sends by e-mail, and what became of it."),
        "counts"_a = counts_view(visit), "which"_a = state ? shown(*state, words) : words("All mails"),
        "rows"_a = rows_view(visit, mails), "pages"_a = ui::pagination(pages, words));
    return not_stored(page(desk_page(visit, words("Mail"), body, "mejl"), visit));
}

Response letter(const Visit& visit) {
    const auto mail = mail_asked_for(visit);
    if (!mail) return problem(visit, Failure::Kind::not_found);
    const auto& words = visit.words;
    const auto title = shown(mail->kind, words);
    const auto body = html(R"(
<h1>{title}</h1>
<dl><dt>{to_label}</dt><dd>{to}</dd><dt>{state_label}</dt><dd>{state}</dd></dl>
<p>{meaning}</p>{again}
{letter}
<p><a href="{back}">{all}</a></p>)",
        "title"_a = title, "to_label"_a = words("To"), "to"_a = mail->recipient,
        "state_label"_a = words("Status"), "state"_a = shown(mail->state, words),
        "meaning"_a = meaning_of(*mail, words), "again"_a = again_form(visit, *mail),
        "letter"_a = letter_view(visit, *mail), "back"_a = visit.href(address::mail_page),
        "all"_a = words("All mails"));
    return not_stored(page(desk_page(visit, title, body, "mejl"), visit));
}

Response send_again(const Visit& visit) {
    const Id<Mail> id{Visit::number(visit.path.at("mail")).value_or(0)};
    const auto sent = visit.write([&](auto& act) { return app::send_mail_again(act, id); });
    if (!sent) return problem(visit, sent.error().kind);
    return see_other(with_notice(Notice::mail_again, visit.href(address::letter_page, id.value)));
}

}  // namespace medskapa::web::mail::desk
