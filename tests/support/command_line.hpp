#pragma once

#include "cli/command.hpp"
#include "support/environment.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>

namespace medskapa::test {

/// Sends what a stream is given into a string for a while.
class Overheard {
public:
    explicit Overheard(std::ostream& stream) : stream_{stream}, before_{stream.rdbuf(text_.rdbuf())} {}
    ~Overheard() { stream_.rdbuf(before_); }
    Overheard(const Overheard&) = delete;
    Overheard& operator=(const Overheard&) = delete;

    std::string text() const { return text_.str(); }

private:
    std::ostringstream text_;
    std::ostream& stream_;
    std::streambuf* before_;
};

/// The command line in a folder of its own.
struct Desk {
    Scratch scratch;

    std::string path(const std::string& name) const { return (scratch.folder / name).string(); }

    std::string put(const std::string& name, const std::string& bytes) const {
        std::ofstream{path(name), std::ios::binary} << bytes;
        return path(name);
    }

    std::string contents(const std::string& name) const {
        std::ifstream file(path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::string header(const std::string& name) const {
        const auto text = contents(name);
        return text.substr(0, text.find('\n'));
    }
};

struct Ended {
    int code;
    std::string out;
    std::string err;
};

/// As main() does it with these commands, in the language named.
inline Ended run(const std::function<void(cli::Command&, int&)>& add, std::vector<std::string> words,
    const char* language = "C") {
    const Environment speaking{"LC_ALL", language};
    cli::Program program{"medskapa"};
    int code = 0;
    add(program.command(), code);
    const Overheard out(std::cout);
    const Overheard err(std::cerr);
    if (const auto ended = program.parse(std::move(words), std::cout, std::cerr)) code = *ended;
    return {code, out.text(), err.text()};
}

/// Exit code 1 and a single sentence that says what to do.
inline void check_refused(const Ended& ended, const std::string& sentence) {
    CHECK(ended.code == 1);
    CHECK(ended.out.empty());
    CHECK(ended.err.starts_with("medskapa: "));
    CHECK(std::count(ended.err.begin(), ended.err.end(), '\n') == 1);
    CAPTURE(ended.err);
    CHECK(ended.err.find(sentence) != std::string::npos);
}

}  // namespace medskapa::test
