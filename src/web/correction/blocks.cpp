#include "store/correction/correction_store.hpp"
#include "web/assessment/views.hpp"
#include "web/correction/note.hpp"
#include "web/correction/views.hpp"

#include <algorithm>
#include <utility>

/// Corrections in what leaves as a file.
namespace medskapa::web::correction {
namespace {

using office::TextBlock;

constexpr int at_once = 200;
constexpr auto language = "sv";  // of what staff and those who decide have written

/// Whole passages stand by themselves.
void put_passage(Blocks& to, std::string sentence, std::string passage) {
    to.push_back(office::block(TextBlock::Kind::note, std::move(sentence)));
    to.push_back(office::block(TextBlock::Kind::quote, std::move(passage)));
    to.back().language = language;
}

void put_right(Blocks& to, const Source& source, const Correction& one) {
    const auto right = shown_reading(source, one, one.right);
    if (is_long(one.aspect))
        put_passage(to, source.words("Right is:"), right);
    else
        to.push_back(office::block(TextBlock::Kind::note, source.words("Right is: {}", right)));
}

void put_readings(Blocks& to, const Source& source, const Correction& one) {
    const auto& words = source.words;
    if (!one.has_readings()) return;
    if (one.is_withheld) {
        to.push_back(office::block(
            TextBlock::Kind::note, words("What stood is not shown, since it held personal information.")));
        if (!one.right.empty()) put_right(to, source, one);
        return;
    }
    const auto was = shown_reading(source, one, one.was);
    if (is_long(one.aspect))
        put_passage(to, words("It said:"), was);
    else
        to.push_back(office::block(TextBlock::Kind::note, words("It said: {}.", was)));
    put_right(to, source, one);
}

/// `what` says of which thing it is, where the document does not.
void put(Blocks& to, const Source& source, const Correction& one, const std::string& what) {
    const auto& words = source.words;
    const auto day = words.day(source.clock.day(one.made_at));
    auto title = office::block(TextBlock::Kind::note,
        {office::strong(words("Correction {}", reference(one)) + ": " + what),
            {". " + day + (one.role.empty() ? "" : ", " + assessment::shown_role(one.role, words))}});
    title.anchor = reference(one);
    to.push_back(std::move(title));
    put_readings(to, source, one);
    auto why = office::block(TextBlock::Kind::note, words("Why: {}", one.reason));
    why.language = language;
    to.push_back(std::move(why));
}

Blocks blocks_of(const Source& source, const std::vector<Correction>& all) {
    Blocks made;
    for (const auto& one : all) put(made, source, one, name_of(one, source.words));
    return made;
}

std::vector<Correction> oldest_first(const Source& source) {
    std::vector<Correction> all;
    int before = 0;
    while (true) {
        const auto page = store::corrections_in(source.db, source.process, before, at_once);
        if (page.empty()) break;
        all.insert(all.end(), page.begin(), page.end());
        before = page.back().number;
    }
    std::reverse(all.begin(), all.end());
    return all;
}

}  // namespace

Blocks blocks(const Source& source, Correction::Kind kind, std::int64_t thing) {
    return blocks_of(source, store::corrections_of(source.db, kind, thing));
}

Blocks blocks_of_paragraph(const Source& source, const Version& version, const std::string& code) {
    auto all = store::corrections_of(source.db, Correction::Kind::version, version.id.value);
    std::erase_if(all, [&](const Correction& one) { return one.place != code; });
    return blocks_of(source, all);
}

Blocks blocks_of_version(const Source& source, const Version& version) {
    const auto all = store::corrections_of(source.db, Correction::Kind::version, version.id.value);
    if (all.empty()) return {};
    office::Spans spans{{source.words(
        "The words of the version stand as they were frozen. Printing errors are corrected next to:")}};
    for (const auto& one : all) {
        spans.push_back({&one == &all.front() ? " " : ", "});
        spans.push_back(office::link_to(reference(one), one.place + " (" + reference(one) + ")"));
    }
    return {office::block(TextBlock::Kind::note, std::move(spans))};
}

Blocks blocks_of_process(const Source& source) {
    Blocks made;
    for (const auto& one : oldest_first(source))
        put(made, source, one, name_of_thing(source, one) + ", " + name_of(one, source.words));
    return made;
}

}  // namespace medskapa::web::correction
