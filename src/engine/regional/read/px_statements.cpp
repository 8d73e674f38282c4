#include "engine/regional/read/px_statements.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace medskapa::regional::read {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

bool is_blank(char sign) {
    return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r';
}

constexpr std::string_view capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

std::string_view keyword_at(std::string_view text) {
    return text.substr(0, std::min(text.find_first_not_of(capitals), text.size()));
}

/// Capitals, and then =, [ or (.
bool is_keyword(std::string_view text) {
    const auto keyword = keyword_at(text);
    if (keyword.size() < 3 || keyword.size() == text.size()) return false;
    return std::string_view{"=[("}.find(text[keyword.size()]) != std::string_view::npos;
}

/// What the numbers cannot be understood without.
bool is_needed(std::string_view keyword) {
    constexpr std::array<std::string_view, 11> needed = {"CHARSET", "CODEPAGE", "LANGUAGE", "TITLE", "STUB",
        "HEADING", "VALUES", "CODES", "VARIABLECODE", "KEYS", "DATA"};
    return std::find(needed.begin(), needed.end(), keyword) != needed.end();
}

}  // namespace

void PxStatements::step() {
    if (text_[at_] == '\n') ++line_;
    ++at_;
}

void PxStatements::pass_blanks() {
    while (!ends() && is_blank(text_[at_])) step();
}

bool PxStatements::pass(char expected) {
    pass_blanks();
    if (sign() != expected) return false;
    step();
    return true;
}

bool PxStatements::refuse(const char* sentence, const PxStatement& statement) {
    refusal_ = Complaint{statement.keyword, sentence,
        {std::to_string(statement.line), text::excerpt(statement.keyword, 40), std::to_string(line_)}};
    return false;
}

std::optional<PxStatement> PxStatements::next() {
    while (true) {
        pass_blanks();
        if (ends() || refusal_) return std::nullopt;
        const auto from = at_;
        const auto line = line_;
        auto statement = read();
        if (statement) {
            previous_ = statement->keyword;
            return statement;
        }
        const auto keyword =
            is_keyword(text_.substr(from)) ? keyword_at(text_.substr(from)) : std::string_view{previous_};
        if (keyword.empty() || is_needed(keyword)) return std::nullopt;
        refusal_.reset();
        at_ = from;
        line_ = line;
        pass_over(keyword);
    }
}

/// To the next line that begins as a statement does.
void PxStatements::pass_over(std::string_view keyword) {
    const auto where = std::to_string(line_);
    passed_over_.push_back({std::string{keyword},
        N_("Line {}: {} could not be read and was passed over; the numbers do not need it."),
        {where, std::string{keyword}}});
    do {
        while (!ends() && sign() != '\n') step();
        if (!ends()) step();
    } while (!ends() && !is_keyword(text_.substr(at_)));
}

std::optional<PxStatement> PxStatements::read() {
    PxStatement statement;
    statement.line = line_;
    while (!ends() && letters.find(sign()) != letters.npos) {
        statement.keyword += sign();
        step();
    }
    if (statement.keyword.empty()) {
        statement.keyword = text::excerpt(text_.substr(at_, 20), 20);
        refuse(N_("Line {}: a PX keyword should stand here, but \"{}\" does. The error is on line {} or "
                  "before it."),
            statement);
        return std::nullopt;
    }
    if (!read_about(statement)) return std::nullopt;
    if (statement.keyword == "DATA") return statement;
    if (!read_values(statement)) return std::nullopt;
    return statement;
}

/// The language and the list in brackets, up to and with the equals sign.
bool PxStatements::read_about(PxStatement& statement) {
    if (pass('[')) {
        while (!ends() && sign() != ']' && !is_blank(sign())) {
            statement.language += sign();
            step();
        }
        if (!pass(']'))
            return refuse(
                N_("Line {}: the language of {} is never closed with ]; it was sought until line {}."),
                statement);
    }
    if (pass('(')) {
        do {
            pass_blanks();
            auto& about = statement.about.emplace_back();
            if (sign() != '"') {
                about = read_bare();
            } else if (!read_quoted(about, statement)) {
                return false;
            }
        } while (pass(','));
        if (!pass(')'))
            return refuse(
                N_("Line {}: the list after {} is never closed with ); it was sought until line {}."),
                statement);
    }
    if (pass('=')) return true;
    return refuse(N_("Line {}: {} has no equals sign; it was sought until line {}."), statement);
}

bool PxStatements::read_values(PxStatement& statement) {
    do {
        pass_blanks();
        auto& value = statement.values.emplace_back();
        if (sign() != '"') {
            value = read_bare();
        } else if (!read_quoted(value, statement)) {
            return false;
        }
    } while (pass(',') || pass(':'));  // HIERARCHIES pairs its values by colons
    if (pass(';')) return true;
    return refuse(N_("Line {}: {} does not end with a semicolon; it was sought until line {}."), statement);
}

/// A text may go on in another pair of quotation marks on the next line.
bool PxStatements::read_quoted(std::string& text, const PxStatement& statement) {
    while (sign() == '"') {
        step();
        while (!ends() && sign() != '"') {
            text += sign();
            step();
        }
        if (ends())
            return refuse(N_("Line {}: a quotation mark in {} is never closed; it was sought until line {}."),
                statement);
        step();
        pass_blanks();
    }
    return true;
}

/// YES, 12, TLIST(A1,"2004"-"2024"): what stands in brackets belongs to it.
std::string PxStatements::read_bare() {
    std::string value;
    int depth = 0;
    while (!ends() && sign() != ';') {
        if (depth == 0 && std::string_view{",:)=\""}.find(sign()) != std::string_view::npos) break;
        depth += sign() == '(' ? 1 : sign() == ')' ? -1 : 0;
        if (!is_blank(sign())) value += sign();
        step();
    }
    return value;
}

}  // namespace medskapa::regional::read
