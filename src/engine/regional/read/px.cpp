#include "engine/regional/read/px.hpp"

#include "base/csv/encoding.hpp"
#include "base/text.hpp"
#include "engine/regional/read/amount.hpp"
#include "engine/regional/read/px_statements.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace medskapa::regional::read {
namespace {

tl::unexpected<Failure> refuse_at(
    std::size_t line, const std::string& keyword, const char* sentence, Holes holes = {}) {
    holes.insert(holes.begin(), std::to_string(line));
    return refuse(Failure::Kind::invalid, {{keyword, sentence, std::move(holes)}});
}

/// The statements before DATA, and where the data begin.
struct Head {
    std::map<std::pair<std::string, std::string>, PxStatement> statements;
    std::string_view data;
    std::size_t data_line = 0;
    std::vector<Warning> passed_over;

    const PxStatement* find(const char* keyword, const std::string& about = {}) const {
        const auto found = statements.find({keyword, about});
        return found == statements.end() ? nullptr : &found->second;
    }
    std::string first_of(const char* keyword, const std::string& about = {}) const {
        const auto* statement = find(keyword, about);
        return statement == nullptr ? std::string{} : statement->values.front();
    }
};

Result<Head> head_of(std::string_view text) {
    PxStatements statements(text);
    Head head;
    while (auto statement = statements.next()) {
        if (statement->keyword == "DATA") {
            head.data = statements.rest();
            head.data_line = statements.line();
            head.passed_over = statements.passed_over();
            return head;
        }
        if (!statement->language.empty()) continue;
        auto about = statement->about.empty() ? std::string{} : statement->about.front();
        head.statements.try_emplace({statement->keyword, std::move(about)}, std::move(*statement));
    }
    if (statements.refusal()) return refuse(Failure::Kind::invalid, {*statements.refusal()});
    return refuse_at(statements.line(), "DATA",
        N_("Line {}: the file ends without DATA, so there are no numbers in it. Fetch it again."));
}

constexpr std::array<std::string_view, 10> latin_pages = {"", "iso-8859-1", "iso-8859-15", "windows-1252",
    "us-ascii", "ansi", "1252", "latin1", "latin-1", "utf-8"};
constexpr std::array<std::string_view, 5> dos_pages = {"850", "cp850", "ibm850", "ibm-850", "oem"};

template <class Pages>
bool is_among(const Pages& pages, const std::string& page) {
    return std::find(pages.begin(), pages.end(), page) != pages.end();
}

/// What a statement of the head says, looked for before anybody knows how the bytes are to be read.
std::string said_of(std::string_view bytes, const std::string& keyword) {
    for (auto at = bytes.find(keyword); at != bytes.npos; at = bytes.find(keyword, at + 1)) {
        const bool begins_line = at == 0 || bytes[at - 1] == '\n' || bytes[at - 1] == '\r';
        const auto rest = bytes.substr(at + keyword.size(), 100);
        if (!begins_line || !rest.starts_with("=\"")) continue;
        return text::lower(rest.substr(2, rest.find('"', 2) - 2));
    }
    return {};
}

/// Also with some foreign bytes among its letters.
bool is_utf8(std::string_view bytes) {
    const auto encoding = text::encoding_of(bytes);
    return encoding == text::Encoding::utf8 || encoding == text::Encoding::utf8_and_windows;
}

/// Without CHARSET and CODEPAGE a file is of the days of DOS.
std::string decoded(std::string_view bytes) {
    if (is_utf8(bytes) || bytes.find('\0') != bytes.npos) return text::as_utf8(bytes);
    const auto page = said_of(bytes, "CODEPAGE");
    const bool is_dos = is_among(dos_pages, page) || (page.empty() && said_of(bytes, "CHARSET").empty());
    return is_dos ? text::from_dos(bytes) : text::as_utf8(bytes);
}

/// UTF-8 whatever the file claims, or else the page that it names.
std::optional<Complaint> unknown_page(const Head& head, std::string_view bytes) {
    const auto page = text::lower(head.first_of("CODEPAGE"));
    if (is_utf8(bytes) || is_among(latin_pages, page) || is_among(dos_pages, page)) return std::nullopt;
    return Complaint{"CODEPAGE",
        N_("Line {}: CODEPAGE is {}, which is not known here, and the text is not UTF-8. Save the file as "
           "UTF-8."),
        {std::to_string(head.find("CODEPAGE")->line), text::excerpt(page, 40)}};
}

/// Variables of the stub run slowest, those of the heading fastest.
Result<std::vector<std::string>> variables(const Head& head) {
    std::vector<std::string> names;
    for (const auto* keyword : {"STUB", "HEADING"}) {
        const auto* statement = head.find(keyword);
        if (statement == nullptr) continue;
        for (const auto& name : statement->values) {
            if (std::find(names.begin(), names.end(), name) != names.end()) {
                return refuse_at(statement->line, keyword,
                    N_("Line {}: {} names \"{}\", which was named before."), {keyword, name});
            }
            names.push_back(name);
        }
    }
    if (!names.empty()) return names;
    return refuse_at(head.data_line, "STUB",
        N_("Line {}: DATA begins, but neither STUB nor HEADING has said what the numbers are about."));
}

Result<Dimension> dimension_of(const Head& head, const std::string& variable) {
    const auto* values = head.find("VALUES", variable);
    if (values == nullptr) {
        return refuse_at(head.data_line, "VALUES",
            N_("Line {}: DATA begins, but VALUES of the variable \"{}\" are missing."), {variable});
    }
    const auto* codes = head.find("CODES", variable);
    if (codes != nullptr && codes->values.size() != values->values.size()) {
        return refuse_at(codes->line, "CODES", N_("Line {}: CODES of \"{}\" are {}, but its VALUES are {}."),
            {variable, codes->values.size(), values->values.size()});
    }
    const auto code = head.first_of("VARIABLECODE", variable);
    Dimension dimension(code.empty() ? variable : code);
    for (std::size_t k = 0; k < values->values.size(); ++k) {
        const auto& label = values->values[k];
        const auto& name = codes != nullptr ? codes->values[k] : label;
        if (dimension.add(name, label)) continue;
        const auto* at = codes != nullptr ? codes : values;
        return refuse_at(at->line, at->keyword, N_("Line {}: {} of \"{}\" hold \"{}\" twice."),
            {at->keyword, variable, name});
    }
    if (codes == nullptr) dimension.part_codes_from_labels();
    return dimension;
}

/// What a cell of DATA says: "-" is exactly 0, and seven dots are a sum that cannot be made.
std::optional<Amount> cell_of(std::string_view token) {
    if (token == "-") return Amount{0.0, "-"};
    if (token == ".......") return Amount{std::nullopt, "......."};
    return amount(token);
}

/// What stands between separators in DATA.
class Tokens {
public:
    Tokens(std::string_view text, std::size_t line) : text_(text), line_(line) {}

    /// None at the end of the file: a semicolon parts rows. Quotation marks are taken away.
    std::optional<std::string_view> next() {
        while (at_ < text_.size() && is_between(text_[at_])) {
            if (text_[at_] == '\n') ++line_;
            ++at_;
        }
        if (at_ >= text_.size()) return std::nullopt;
        if (text_[at_] == '"') return quoted();
        const auto first = at_;
        while (at_ < text_.size() && !is_between(text_[at_]) && text_[at_] != '"') ++at_;
        return text_.substr(first, at_ - first);
    }
    std::size_t line() const { return line_; }

private:
    static constexpr char end_of_dos_file = '\x1A';

    static bool is_between(char sign) {
        return sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t' || sign == ',' || sign == ';' ||
               sign == end_of_dos_file;
    }
    std::string_view quoted() {
        const auto first = ++at_;
        const auto last = std::min(text_.find('"', first), text_.size());
        at_ = std::min(last + 1, text_.size());
        const auto inside = text_.substr(first, last - first);
        line_ += static_cast<std::size_t>(std::count(inside.begin(), inside.end(), '\n'));
        return inside;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_;
};

tl::unexpected<Failure> not_a_cell(std::size_t line, std::string_view token) {
    return refuse_at(line, "DATA",
        N_("Line {}: DATA holds \"{}\", which is neither a number nor a data symbol."),
        {text::excerpt(token, 40)});
}

tl::unexpected<Failure> wrong_count(std::size_t line, std::size_t cells, double expected) {
    return refuse_at(line, "DATA", N_("Line {}: DATA ends after {} cells, but the variables make {}."),
        {cells, Decimal{expected, 0}});
}

Result<Statistic> with_dense_data(Statistic statistic, Tokens tokens) {
    EveryCell cell(statistic.dimensions);
    while (const auto token = tokens.next()) {
        const auto value = cell_of(*token);
        if (!value) return not_a_cell(tokens.line(), *token);
        if (static_cast<double>(statistic.rows()) >= cell.count()) {
            return refuse_at(tokens.line(), "DATA",
                N_("Line {}: DATA goes on after the {} cells that the variables make."),
                {Decimal{cell.count(), 0}});
        }
        statistic.add(cell.members(), *value);
        cell.advance();
    }
    if (static_cast<double>(statistic.rows()) < cell.count())
        return wrong_count(tokens.line(), statistic.rows(), cell.count());
    return statistic;
}

/// The variables that each row of DATA names, by what it may call their values.
using Keys = std::vector<std::map<std::string, std::uint32_t, std::less<>>>;

/// All variables of STUB, and those of HEADING up to the last that has KEYS: some programs give it them too.
struct Keyed {
    std::string variable;
    std::size_t line;  // where STUB or HEADING has it
};
std::vector<Keyed> keyed_variables(const Head& head) {
    std::vector<Keyed> variables;
    std::size_t count = 0;
    for (const auto* keyword : {"STUB", "HEADING"}) {
        const auto* statement = head.find(keyword);
        if (statement == nullptr) continue;
        for (const auto& variable : statement->values) {
            variables.push_back({variable, statement->line});
            if (statement->keyword == "STUB" || head.find("KEYS", variable) != nullptr)
                count = variables.size();
        }
    }
    variables.erase(variables.begin() + static_cast<std::ptrdiff_t>(count), variables.end());
    return variables;
}

Result<Keys> keys_of(const Head& head, const Statistic& statistic) {
    Keys keys;
    const auto variables = keyed_variables(head);
    for (std::size_t k = 0; k < variables.size(); ++k) {
        const auto* statement = head.find("KEYS", variables[k].variable);
        if (statement == nullptr) {
            return refuse_at(variables[k].line, "KEYS",
                N_("Line {}: KEYS are given for some variables but not for \"{}\"."),
                {variables[k].variable});
        }
        const bool by_code = statement->values.front() == "CODES";
        auto& names = keys.emplace_back();
        const auto& members = statistic.dimensions[k].members();
        for (std::uint32_t place = 0; place < members.size(); ++place)
            names.emplace(by_code ? members[place].code : members[place].label, place);
    }
    return keys;
}

/// DATA whose rows begin with the names of what they are about, in any order, and may be left out.
class KeyedData {
public:
    KeyedData(const std::vector<Dimension>& dimensions, const Keys& keys)
        : dimensions_(dimensions), keys_(keys) {
        std::size_t rows = 1;
        for (std::size_t k = 0; k < dimensions.size(); ++k)
            (k < keys.size() ? rows : width_) *= dimensions[k].size();
        start_of_row_.assign(rows, left_out);
    }

    std::optional<Failure> read(Tokens tokens) {
        while (const auto first = tokens.next()) {
            const auto row = row_of(tokens, *first);
            if (!row) return row.error();
            start_of_row_[*row] = cells_.size();
            for (std::size_t column = 0; column < width_; ++column) {
                const auto token = tokens.next();
                if (!token) return wrong_count(tokens.line(), column, static_cast<double>(width_)).value();
                const auto value = cell_of(*token);
                if (!value) return not_a_cell(tokens.line(), *token).value();
                cells_.push_back(*value);
            }
        }
        return std::nullopt;
    }

    void fill(Statistic& statistic) const {
        EveryCell cell(statistic.dimensions);
        for (const auto start : start_of_row_) {
            for (std::size_t column = 0; column < width_; ++column) {
                statistic.add(cell.members(), start == left_out ? Amount{0.0, {}} : cells_[start + column]);
                cell.advance();
            }
        }
        const auto rows = std::count(start_of_row_.begin(), start_of_row_.end(), left_out);
        if (rows == 0) return;
        statistic.warnings.push_back(
            {"KEYS", N_("Rows left out of DATA, as KEYS allows, so that their cells are 0: {}."), {rows}});
    }

private:
    static constexpr auto left_out = static_cast<std::size_t>(-1);

    Result<std::size_t> row_of(Tokens& tokens, std::string_view first) const {
        std::size_t row = 0;
        std::optional<std::string_view> token = first;
        for (std::size_t k = 0; k < keys_.size(); ++k) {
            if (k > 0) token = tokens.next();
            const auto found = token ? keys_[k].find(*token) : keys_[k].end();
            if (found == keys_[k].end()) {
                return refuse_at(tokens.line(), "KEYS",
                    N_("Line {}: a row of DATA is named \"{}\", which KEYS of \"{}\" do not know."),
                    {text::excerpt(token.value_or(""), 40), dimensions_[k].name});
            }
            row = row * dimensions_[k].size() + found->second;
        }
        if (start_of_row_[row] == left_out) return row;
        return refuse_at(
            tokens.line(), "KEYS", N_("Line {}: a row of DATA has the same KEYS as one before it."));
    }

    const std::vector<Dimension>& dimensions_;
    const Keys& keys_;
    std::size_t width_ = 1;
    std::vector<std::size_t> start_of_row_;
    std::vector<Amount> cells_;
};

Result<Statistic> with_keyed_data(const Head& head, Statistic statistic) {
    const auto keys = keys_of(head, statistic);
    if (!keys) return tl::unexpected{keys.error()};
    KeyedData data(statistic.dimensions, *keys);
    if (auto failure = data.read({head.data, head.data_line})) return tl::unexpected{std::move(*failure)};
    data.fill(statistic);
    return statistic;
}

bool has_keys(const Head& head) {
    return std::any_of(head.statements.begin(), head.statements.end(),
        [](const auto& statement) { return statement.first.first == "KEYS"; });
}

}  // namespace

Result<Statistic> read_px(std::string_view bytes) {
    const auto text = decoded(bytes);
    const auto head = head_of(text);
    if (!head) return tl::unexpected{head.error()};
    if (auto complaint = unknown_page(*head, bytes)) return refuse(Failure::Kind::invalid, {*complaint});
    const auto names = variables(*head);
    if (!names) return tl::unexpected{names.error()};

    Statistic statistic;
    statistic.title = head->first_of("TITLE");
    statistic.source = head->first_of("SOURCE");
    statistic.warnings = head->passed_over;
    for (const auto& name : *names) {
        auto dimension = dimension_of(*head, name);
        if (!dimension) return tl::unexpected{dimension.error()};
        statistic.dimensions.push_back(std::move(*dimension));
    }
    if (auto complaint = statistic.too_large(EveryCell(statistic.dimensions).count()))
        return refuse(Failure::Kind::invalid, {*complaint});
    if (has_keys(*head)) return with_keyed_data(*head, std::move(statistic));
    return with_dense_data(std::move(statistic), {head->data, head->data_line});
}

}  // namespace medskapa::regional::read
