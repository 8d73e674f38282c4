// How long a DOCX and an ODT of 400 printed pages take to be read, and how much memory: the median of some
// rounds, on one thread.

#include "engine/office/markdown/markdown_blocks.hpp"
#include "engine/office/read.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <algorithm>
#include <chrono>
#include <iostream>
#include <sstream>

namespace {

using namespace medskapa;

constexpr int rounds = 7;
constexpr int chapters = 80;
constexpr int paragraphs = 40;  // of a chapter: ten to the page, with a list, a table and notes

std::string chapter_text(int chapter) {
    std::string text;
    for (int n = 1; n <= paragraphs; ++n)
        text += fmt::format(
            "Stycke {0} i kapitel {1} handlar om **vägar**, skolor och *arbete* i hela länet. Där avstånden "
            "är långa ska varje "
            "by veta vilken service den kan räkna med, och vem som svarar för den, se "
            "[planen](https://example.org/{1}). Det "
            "gäller bussen, sjukstugan, affären och bredbandet lika mycket som vägen fram till "
            "dem.[^{0}]\n\n[^{0}]: Not {0}.\n\n",
            n, chapter);
    return text + "1. ett\n2. två\n    - två a\n\n| Mål | År |\n|---|---|\n| Tåg | 2030 |\n| Buss | 2031 |\n";
}

template <class MakeWriter>
std::string file_of(MakeWriter make_writer) {
    std::ostringstream out;
    const auto writer = make_writer(out, office::DocumentHead{"Plan", "sv"});
    office::FileSink sink{*writer};
    sink.add(office::heading(1, "Länets plan"));
    for (int chapter = 1; chapter <= chapters; ++chapter) {
        sink.add(office::heading(2, fmt::format("{} Kapitel", chapter)));
        office::add_markdown(sink, chapter_text(chapter));
    }
    sink.finish();
    return out.str();
}

double seconds_to_read(const std::string& file) {
    std::vector<double> taken;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        const auto reading = office::read(file);
        if (!reading || office::markdown_of(reading->blocks, "").empty()) std::abort();
        taken.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(taken.begin(), taken.begin() + rounds / 2, taken.end());
    return taken[rounds / 2];
}

}  // namespace

int main() {
    const auto docx = file_of(office::docx_writer);
    const auto odt = file_of(office::odt_writer);
    std::cout << fmt::format("DOCX of {} kB: {:.3f} s\nODT of {} kB: {:.3f} s\n", docx.size() / 1024,
        seconds_to_read(docx), odt.size() / 1024, seconds_to_read(odt));
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::cout << fmt::format("at most {:.0f} MB in memory\n", static_cast<double>(usage.ru_maxrss) / 1024);
}
