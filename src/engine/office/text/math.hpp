#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace medskapa::office {

/// An equation as a line of text: "x²/(a + b)", "√(n)". Takes the elements of Office's math (ECMA-376 part 1,
/// 22.1) and of MathML 3, by their names without a prefix.
class MathText {
public:
    MathText() { begin(); }

    void begin();
    void open(std::string_view element);
    /// What an attribute of the last opened element says: a delimiter's sign.
    void attribute(std::string_view name, std::string_view value);
    void text(std::string_view words);
    void close();

    /// Blank when nothing could be read.
    std::string line() const;
    /// Whether it holds what no line can: a matrix, several equations over each other.
    bool is_beyond_a_line() const { return is_beyond_a_line_; }

private:
    struct Node {
        std::string element;
        std::vector<std::string> parts = {};  // the lines of what lies within, in order
        std::string before = {}, after = {};  // the signs of delimiters, or of an operator
        std::string divider = {};
    };

    static std::string line_of(const Node&);

    std::vector<Node> open_;
    bool is_beyond_a_line_ = false;
};

}  // namespace medskapa::office
