#include "web/log/words.hpp"

#include "base/text.hpp"
#include "store/inspel_store.hpp"
#include "store/site_store.hpp"

#include <fmt/format.h>
#include <map>

namespace medskapa::web::log {
namespace {

/// By type, and by type and kind of object where that says more.
const char* plain(const std::string& type, const std::string& kind) {
    static const std::map<std::string, const char*, std::less<>> sentences{
        {"log.opened", N_("The open log was begun.")},
        {"key.rotated", N_("The log got a new key, signed by the old one.")},
        {"restored.from", N_("Lost entries were put back in the log from its published copy.")},
        {"process.opened", N_("The process was opened.")},
        {"process.phase", N_("A step of the process was written or got other dates.")},
        {"page.published", N_("A page was published or changed.")},
        {"page.published process", N_("The presentation of the process was changed.")},
        {"page.published activity", N_("An activity was published or changed.")},
        {"page.published event", N_("A meeting in the calendar was published or changed.")},
        {"page.published news", N_("A news item was published or corrected.")},
        {"page.published body", N_("The organisation was presented or changed.")},
        {"config", N_("A setting was changed.")},
        {"config role", N_("Somebody got or left a role in the process.")},
        {"inspel.received", N_("An inspel came in.")},
        {"inspel.completed", N_("An inspel was completed by its sender.")},
        {"inspel.withdrawn", N_("An inspel was withdrawn by its sender.")},
        {"inspel.published", N_("An inspel was read and published.")},
        {"inspel.moderated", N_("An inspel was declined, with a reason.")},
        {"inspel.edited", N_("The shown copy of an inspel was changed. The original stays.")},
        {"inspel.split", N_("An issue was marked in an inspel.")},
        {"inspel.joined", N_("An issue was taken back from an inspel.")},
        {"inspel.answered", N_("An issue in an inspel was answered.")},
        {"issue.assigned", N_("An issue was assigned to a handler.")},
        {"issue.grouped", N_("Issues that are alike were put together or apart.")},
        {"answer.written", N_("An answer was written, and not yet published.")},
        {"text_block.added", N_("A text block for answers was added.")},
        {"text_block.removed", N_("A text block for answers was removed.")},
        {"text.version", N_("The text was written or changed.")},
        {"link", N_("A change of the text was linked to what it goes back to.")},
        {"votes.withdrawn", N_("Somebody took back their votes.")},
        {"statement.taken_up", N_("A statement that people voted on was made an inspel.")},
        {"amendment.proposed", N_("Somebody proposed other words for a paragraph.")},
        {"erased", N_("The content of an inspel was erased. That it was received stays.")},
    };
    if (const auto found = sentences.find(type + ' ' + kind); found != sentences.end()) return found->second;
    const auto found = sentences.find(type);
    return found == sentences.end() ? nullptr : found->second;
}

/// Where the public can read what the entry is about; empty when nowhere.
std::string address_of(const Visit& visit, const openlog::Entry& entry) {
    const auto parts = text::split(entry.object, '/');
    const auto process = visit.href("/processer/" + entry.process);
    if (parts.size() >= 2 && parts[0] == "inspel") {
        const auto inspel = store::inspel_with_public_id(visit.db, parts[1]);
        if (!inspel || inspel->state != Inspel::State::published) return {};
        return fmt::format("{}/inspel/{}", process, inspel->number);
    }
    if (parts.size() >= 2 && parts[0] == "change") return process + "/andringar/" + parts[1];
    if (parts.size() == 3 && parts[0] == "text")
        return fmt::format("{}/dokument/{}/version/{}", process, parts[1], parts[2]);
    return {};
}

}  // namespace

Html sentence(const Visit& visit, const openlog::Entry& entry) {
    const auto kind = entry.object.substr(0, entry.object.find('/'));
    const auto* known = plain(entry.type, kind);
    const auto words = known ? visit.words(known) : visit.words("An act of the kind {}.", entry.type);
    const auto address = address_of(visit, entry);
    return address.empty() ? html("{}", words) : html("<a href=\"{}\">{}</a>", address, words);
}

Html what_it_proves(const Words& words) {
    const auto list = [](const std::string& title, const std::vector<std::string>& items) {
        return html("<h2>{}</h2><ul>{}</ul>", title,
            each(items, [](const std::string& item) { return html("<li>{}</li>", item); }));
    };
    auto all = list(words("What the log proves"),
        {words("What has been received cannot be taken away, changed, back-dated or moved without that being "
               "seen."),
            words("Whoever has a receipt can show that their inspel was received, and in which words."),
            words("Everybody sees the same history, as long as somebody outside keeps a checkpoint to "
                  "compare with.")});
    all += list(words("What it does not prove"),
        {words("That what somebody has written is true, or who wrote it."),
            words("That the review was fair: only that it took place, and when."),
            words("That an inspel without a receipt was received. Save your receipt.")});
    return all;
}

}  // namespace medskapa::web::log
