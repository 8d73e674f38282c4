#include "demo/content.hpp"

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "web/words/words.hpp"

#include <stdexcept>

namespace medskapa::demo {
namespace {

std::string_view file_named(const std::string& path) {
    for (const auto& file : embedded::demo())
        if (file.path == path) return file.bytes;
    throw std::runtime_error{"the demo has no file " + path};
}

/// What stands between a heading and the next of its kind or higher.
std::string section(std::string_view text, const std::string& heading) {
    const auto start = text.find("\n" + heading + "\n");
    if (start == text.npos) return {};
    auto rest = text.substr(start + heading.size() + 2);
    for (const auto* next : {"\n### ", "\n## "})
        if (heading.starts_with("###") || std::string_view{next} == "\n## ")
            rest = rest.substr(0, rest.find(next));
    return text::trimmed(rest);
}

/// "**Namn:** words" on a line of its own.
std::string labelled(std::string_view text, const std::string& label) {
    const auto start = text.find("**" + label + ":**");
    if (start == text.npos) return {};
    const auto from = start + label.size() + 5;
    return text::trimmed(text.substr(from, text.find('\n', from) - from));
}

std::vector<std::pair<std::string, std::string>> table(const std::string& text) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& line : text::split(text, '\n')) {
        const auto cells = text::split(line, '|');
        if (cells.size() < 4 || cells[1].find("---") != std::string::npos) continue;
        rows.emplace_back(text::trimmed(cells[1]), text::trimmed(cells[2]));
    }
    if (!rows.empty()) rows.erase(rows.begin());
    return rows;
}

std::vector<Fact> facts(const std::string& swedish, const std::string& english) {
    const auto sv = table(swedish);
    const auto en = table(english);
    std::vector<Fact> found;
    for (std::size_t i = 0; i < sv.size(); ++i) {
        const auto other = i < en.size() ? en[i] : std::pair<std::string, std::string>{};
        found.push_back({{sv[i].first, other.first}, {sv[i].second, other.second}});
    }
    return found;
}

void add_finished(Process& process) {
    process.slug = "rus-2050";
    process.languages = all_languages();
    process.question = {
        "Hur vill vi att länet ska vara 2050?", "What do we want the county to be like in 2050?"};
    process.decided = {"Strategin för 2050", "The strategy for 2050"};
    process.decided_by = {"Regionfullmäktige beslutar, nämnden bereder, samverkansrådet är styrgrupp.",
        "The assembly decides, the board prepares, the collaboration council steers."};
    process.contact_role = {"Ansvarig för revideringen", "The person responsible for the revision"};
    process.contact_email = "rus@example.org";
    process.contact_phone = "0980-319 200";  // of a series that is kept for fiction
}

void add_living(Process& process) {
    process.slug = "oversyn";
    process.question = {"Vad ska vi behålla i strategin, och vad ska vi ändra?",
        "What should we keep and what should we change?"};
    process.decided = {
        "Om strategin behålls, ändras eller skrivs om", "Whether the strategy is kept, changed or rewritten"};
    process.decided_by = {"Regionfullmäktige beslutar. Regionala utvecklingsnämnden leder arbetet.",
        "The Regional Assembly decides. The Regional Development Board leads the work."};
    process.contact_role = {"Processledaren för översynen", "The process leader of the review"};
    process.contact_email = "oversyn@example.org";
    process.contact_phone = "0980-319 201";
}

std::vector<Subject> subjects_of(std::string_view document) {
    std::vector<Subject> subjects;
    for (const auto& line : text::split(document, '\n')) {
        const auto mark = line.find("{#");
        if (!line.starts_with("### ") || mark == std::string::npos) continue;
        const auto title = text::trimmed(std::string_view{line}.substr(4, mark - 4));
        subjects.push_back({line.substr(mark + 2, line.find('}', mark) - mark - 2), {title, ""}});
    }
    return subjects;
}

}  // namespace

std::vector<csv::Row> DemoContent::rows(const std::string& file) const {
    auto rows = csv::read(file_named(folder + file));
    if (!rows) throw std::runtime_error{"the demo's " + file + " cannot be read"};
    return *std::move(rows);
}

std::string DemoContent::text(const std::string& file) {
    return std::string{file_named(file)};
}

std::optional<Day> DemoContent::day(const std::string& cell) const {
    if (cell.empty()) return std::nullopt;
    const auto first = cell.substr(0, cell.find(' '));
    if (first.ends_with('d')) return clock.day(day_zero) + std::chrono::days{std::stoi(first)};
    return time::read_day(cell.substr(0, 10));
}

LocalTime DemoContent::moment(const std::string& cell) const {
    const auto at = cell.find_first_of(" T");
    const auto clock_time = at == std::string::npos ? std::string{"09:00"} : cell.substr(at + 1);
    return time::read_local(time::iso(day(cell).value()) + "T" + clock_time).value();
}

Localized words(const csv::Row& row, const std::string& column) {
    Localized localized;
    for (const auto language : all_languages())
        localized.set(language, row[column + '_' + std::string{language.tag()}]);
    return localized;
}

Localized with_days(Localized words, const DemoContent& content) {
    Localized dated;
    for (const auto& [language, text] : words.texts()) {
        auto rest = text;
        for (auto at = rest.find('{'); at != std::string::npos; at = rest.find('{')) {
            const auto end = rest.find('}', at);
            const auto day = content.day(rest.substr(at + 1, end - at - 1)).value();
            rest.replace(at, end - at + 1, web::words_of(language).day(day));
        }
        dated.set(language, rest);
    }
    return dated;
}

SiteDescription site_description() {
    auto rows = csv::read(file_named("site.csv"));
    if (!rows) throw std::runtime_error{"the demo's site.csv cannot be read"};
    SiteDescription description;
    description.compliance = SiteDescription::Compliance::partial;
    for (const auto& row : *rows)
        for (const auto& setting : site_settings) {
            if (row["setting"] != setting.name) continue;
            if (setting.line)
                description.*setting.line = row["sv"];
            else
                description.*setting.words = {row["sv"], row["en"]};
        }
    return description;
}

Process process_of(const DemoContent& content) {
    const auto text = file_named(content.folder + "process.md");
    const auto half = text.find("\n## English");
    const auto sv = text.substr(0, half);
    const auto en = text.substr(half);
    Process process;
    process.name = {labelled(sv, "Namn"), labelled(en, "Name")};
    process.hashtag = labelled(sv, "Hashtag");
    process.summary = {section(sv, "### I korthet"), section(en, "### In short")};
    process.facts =
        facts(section(sv, "### Vad beslutas, och av vem"), section(en, "### What is decided, and by whom"));
    process.law = {section(sv, "### Vad lagen kräver"), section(en, "### What the law asks for")};
    process.method = {section(sv, "### Så arbetar vi"), section(en, "### How we work")};
    process.handling = {section(sv, "### Ditt inspel"), section(en, "### Your input")};
    if (process.handling.empty())
        process.handling = {section(sv, "### Vad händer med det du skriver"),
            section(en, "### What happens to what you write")};
    process.is_example = true;
    process.tagline = {"Vi skriver länets strategi tillsammans", "We write the county's strategy together"};
    content.folder.empty() ? add_finished(process) : add_living(process);
    return process;
}

InspelChoices choices_of(const DemoContent& content) {
    InspelChoices choices;
    choices.subjects = {{"future-needs", {"Hela strategin", "The whole strategy"}},
        {"current-strategy", {"Strategin som gäller nu", "The strategy in force"}}};
    for (auto& subject :
        subjects_of(file_named(content.folder.empty() ? "document.md" : "document-adopted.md")))
        choices.subjects.push_back(std::move(subject));
    const DemoContent shared{"", content.day_zero, content.clock};
    for (const auto& row : shared.rows("topics.csv"))
        choices.topics.push_back({{}, row["slug"], words(row, "title")});
    choices.municipalities = {{"2303", "Ragunda"}, {"2305", "Bräcke"}, {"2309", "Krokom"},
        {"2313", "Strömsund"}, {"2321", "Åre"}, {"2326", "Berg"}, {"2361", "Härjedalen"},
        {"2380", "Östersund"}};
    return choices;
}

}  // namespace medskapa::demo
