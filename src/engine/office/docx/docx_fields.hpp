#pragma once

#include "engine/office/assembly.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace medskapa::office {

/// The fields of a DOCX (ECMA-376 part 1, 17.16) that are open where the reader stands: what they say, and
/// whether their words are text.
class DocxFields {
public:
    /// A field that begins, with its instruction when that is known already.
    void begin(std::string_view instruction = {});
    void instruct(std::string_view text);
    void separate();
    /// What of it is left out: its contents list, or an equation that only its instruction holds.
    std::optional<LeftOut> end();

    /// Not within an instruction, and not within a contents list.
    bool are_text() const;
    /// Where the innermost link leads.
    std::string address() const;
    void note_text();
    std::size_t depth() const { return open_.size(); }

private:
    struct Field {
        std::string instruction = {};
        bool is_result = false;
        bool has_text = false;
    };

    std::vector<Field> open_;
};

}  // namespace medskapa::office
