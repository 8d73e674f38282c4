#include "web/document/left_out.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace medskapa::web::document {
namespace {

std::string sentence(office::LeftOut kind, int times, const Words& words) {
    using office::LeftOut;
    switch (kind) {
        case LeftOut::picture:
            return words.count("{} picture is left out.", "{} pictures are left out.", times);
        case LeftOut::object:
            return words.count("{} embedded table, chart or form field is left out.",
                "{} embedded tables, charts or form fields are left out.", times);
        case LeftOut::equation:
            return words.count("{} equation is left out, as it does not fit on one line.",
                "{} equations are left out, as they do not fit on one line.", times);
        case LeftOut::symbol:
            return words.count("{} symbol of an unknown font is left out.",
                "{} symbols of unknown fonts are left out.", times);
        case LeftOut::hidden:
            return words.count(
                "{} hidden piece of text is left out.", "{} hidden pieces of text are left out.", times);
        case LeftOut::deleted:
            return words.count("{} tracked deletion is left out. Tracked insertions are read as accepted.",
                "{} tracked deletions are left out. Tracked insertions are read as accepted.", times);
        case LeftOut::struck:
            return words.count("{} struck-out piece of a heading is left out.",
                "{} struck-out pieces of headings are left out.", times);
        case LeftOut::comment:
            return words.count("{} comment is left out.", "{} comments are left out.", times);
        case LeftOut::contents:
            return words.count("{} table of contents or index is left out.",
                "{} tables of contents or indexes are left out.", times);
        case LeftOut::page_head:
            return words.count(
                "{} header or footer is left out.", "{} headers or footers are left out.", times);
        case LeftOut::part:
            return words.count("{} part in another format, or of another file, is left out.",
                "{} parts in other formats, or of other files, are left out.", times);
        case LeftOut::prompt:
            return words.count("{} placeholder that nobody filled in is left out.",
                "{} placeholders that nobody filled in are left out.", times);
        case LeftOut::address:
            return words.count("{} link leads to a place that readers cannot reach. Its words are kept.",
                "{} links lead to places that readers cannot reach. Their words are kept.", times);
        case LeftOut::front_matter:
            return words.count("{} field at the beginning of the file is left out.",
                "{} fields at the beginning of the file are left out.", times);
        case LeftOut::note:
            return words.count("{} call of a note that the file does not hold is left out.",
                "{} calls of notes that the file does not hold are left out.", times);
    }
    return {};
}

}  // namespace

std::vector<std::string> left_out_sentences(const office::LeftOutCounts& counts, const Words& words) {
    std::vector<std::string> sentences;
    for (const auto& [kind, times] : counts)
        if (times > 0) sentences.push_back(sentence(kind, times, words));
    return sentences;
}

Html left_out_view(const office::LeftOutCounts& counts, const Words& words) {
    const auto sentences = left_out_sentences(counts, words);
    if (sentences.empty()) return {};
    return html("<p><strong>{}</strong></p>\n<ul>{}</ul>", words("What is not read from the file"),
        each(sentences, [](const std::string& sentence) { return html("<li>{}</li>", sentence); }));
}

std::string with_left_out(const office::LeftOutCounts& counts, std::string address) {
    std::string query;
    for (const auto& [kind, times] : counts)
        query += (query.empty() ? "" : ".") + std::string{name_of(kind)} + '.' + std::to_string(times);
    return query.empty() ? address : address + "?utelamnat=" + query;
}

office::LeftOutCounts asked_left_out(const Visit& visit) {
    constexpr int most = 1'000'000;
    office::LeftOutCounts counts;
    const auto words = text::split(visit.query("utelamnat"), '.');
    for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
        office::LeftOut kind{};
        const auto times = Visit::number(words[i + 1]);
        if (find_name<office::LeftOut>(words[i], kind) && times)
            counts[kind] = static_cast<int>(std::clamp<std::int64_t>(*times, 0, most));
    }
    return counts;
}

}  // namespace medskapa::web::document
