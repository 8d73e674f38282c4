#pragma once

#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::regional::read {

/// One statement of a PX file: KEYWORD[language]("about","about")="value","value";
struct PxStatement {
    std::string keyword;
    std::string language;  // empty in the file's main language
    std::vector<std::string> about;
    std::vector<std::string> values;  // quoted or bare, joined over lines
    std::size_t line = 0;             // where the keyword stands
};

/// Walks through a PX file from statement to statement. The text must outlive it.
class PxStatements {
public:
    explicit PxStatements(std::string_view text) : text_(text) {}

    /// The next statement, or none at the end of the file and after a refusal. Broken statements whose
    /// meaning nobody needs are passed over, up to the next line that begins with a keyword. Of DATA only the
    /// keyword is read: what follows is `rest`.
    std::optional<PxStatement> next();
    const std::optional<Complaint>& refusal() const { return refusal_; }
    /// The statements that could not be read and are not needed, each with its keyword and line.
    const std::vector<Complaint>& passed_over() const { return passed_over_; }
    /// What has not been read yet, and the line where that begins.
    std::string_view rest() const { return text_.substr(at_); }
    std::size_t line() const { return line_; }

private:
    std::optional<PxStatement> read();
    void pass_over(std::string_view keyword);
    bool ends() const { return at_ >= text_.size(); }
    char sign() const { return ends() ? '\0' : text_[at_]; }
    void step();
    void pass_blanks();
    bool pass(char expected);
    bool read_about(PxStatement&);
    bool read_values(PxStatement&);
    bool read_quoted(std::string& text, const PxStatement&);
    std::string read_bare();
    bool refuse(const char* sentence, const PxStatement&);

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::optional<Complaint> refusal_;
    std::string previous_;  // keyword
    std::vector<Complaint> passed_over_;
};

}  // namespace medskapa::regional::read
