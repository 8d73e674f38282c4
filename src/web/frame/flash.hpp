#pragma once

#include "base/names.hpp"
#include "web/frame/visit.hpp"

#include <string>

namespace medskapa::web {

/// What was just done on the desk. The next page shows it once: its address carries the act's name, and the
/// words are ours.
enum class Notice {
    published,
    declined,
    reopened,
    copied,
    masked,
    file_shown,
    file_hidden,
    file_masked,
    shown,
    split,
    unsplit,
    assigned,
    grouped,
    left_group,
    answered,
    changed,
    answers_published,
    block_added,
    block_removed,
    seat_added,
    seat_ended,
    role_removed,
    mail_again,
    filter_saved,
    filter_removed,
    rest_set_aside,
    draft_kept,
    draft_dropped,
    answer_taken_back,
    taken_back,
    print_corrected,
    print_by_hand,
    print_not_in_draft,
    site_opened,
    test_mailed
};

}  // namespace medskapa::web

namespace medskapa {
template <>
inline constexpr auto names_of<web::Notice> = names<web::Notice>({
    {web::Notice::published, "publicerat", N_("Published. Everybody can read the inspel.")},
    {web::Notice::declined, "avvisat", N_("Declined. The sender can read why.")},
    {web::Notice::reopened, "provas-igen", N_("The inspel waits for review again.")},
    {web::Notice::copied, "kopia", N_("Saved. The copy is shown as you wrote it.")},
    {web::Notice::masked, "maskat", N_("Masked. The words are no longer shown.")},
    {web::Notice::file_shown, "fil-visas", N_("The file is shown. Everybody can fetch it.")},
    {web::Notice::file_hidden, "fil-dold", N_("The file is hidden. Only staff and the sender can fetch it.")},
    {web::Notice::file_masked, "fil-maskad", N_("Saved. Readers get the masked copy instead of the file.")},
    {web::Notice::shown, "tillagg", N_("The addition is shown.")},
    {web::Notice::split, "uppdelat", N_("The issue has been split off. Go on with the next, or answer it.")},
    {web::Notice::unsplit, "borttagen",
        N_("The issue has been removed. The words stand in the inspel as before.")},
    {web::Notice::assigned, "tilldelat", N_("Saved who answers, and until when.")},
    {web::Notice::grouped, "grupperat",
        N_("Joined in a group. Answer one of them, and choose which get the same.")},
    {web::Notice::left_group, "ur-gruppen", N_("Taken out of its group.")},
    {web::Notice::answered, "svar", N_("Saved. The answer waits to be published.")},
    {web::Notice::changed, "andrat-svar", N_("The change is public.")},
    {web::Notice::answers_published, "svaren",
        N_("Published. The senders and everybody else can read the answers.")},
    {web::Notice::block_added, "textblock", N_("The text block has been added.")},
    {web::Notice::block_removed, "utan-textblock", N_("The text block has been removed.")},
    {web::Notice::seat_added, "plats", N_("The seat has been added.")},
    {web::Notice::seat_ended, "avslutad-plats", N_("The last day of the seat has been saved.")},
    {web::Notice::role_removed, "utan-roll", N_("The role has been taken away.")},
    {web::Notice::mail_again, "mejl-igen", N_("The mail waits to be sent again.")},
    {web::Notice::filter_saved, "filter", N_("The filter has been saved. It stands above the list.")},
    {web::Notice::filter_removed, "utan-filter", N_("The filter has been removed.")},
    {web::Notice::rest_set_aside, "resten", N_("Saved. The rest of the inspel is no issue.")},
    {web::Notice::draft_kept, "utkast", N_("The draft has been saved. Nobody else sees it.")},
    {web::Notice::draft_dropped, "utan-utkast", N_("The draft has been removed.")},
    {web::Notice::answer_taken_back, "aterkallat-svar",
        N_("The answer is not public any more. It waits to be published again.")},
    {web::Notice::taken_back, "tillbaka", N_("Taken back. Nobody can read it any more.")},
    {web::Notice::print_corrected, "rattat",
        N_("The correction is public. The draft has the right words too.")},
    {web::Notice::print_by_hand, "ratta-utkastet",
        N_("The correction is public. The draft says something else by now: look at the paragraph, and put "
           "it right by hand.")},
    {web::Notice::print_not_in_draft, "ratt-i-utkastet",
        N_("The correction is public. Nothing needed to be put right in the draft.")},
    {web::Notice::site_opened, "oppnad", N_("The site is open. Everybody can read it and take part.")},
    {web::Notice::test_mailed, "testmejl",
        N_("The test is on its way. Look in your mailbox in some minutes.")},
});
}  // namespace medskapa

namespace medskapa::web {

/// The address, asking the page there to show it.
std::string with_notice(Notice, std::string address);
/// The notice that the address asks for; nothing when it asks for none that we know.
Html flash(const Visit&);

}  // namespace medskapa::web
