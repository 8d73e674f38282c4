#include "engine/regional/read/px_statements.hpp"

#include "base/text.hpp"

namespace medskapa::regional::read {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

bool is_blank(char sign) {
    return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r';
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
    pass_blanks();
    if (ends() || refusal_) return std::nullopt;
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
