#include "cli/regional/regional.hpp"

#include "base/csv/records.hpp"
#include "cli/files.hpp"
#include "engine/regional/read/amount.hpp"
#include "support/command_line.hpp"

#include <doctest/doctest.h>
#include <fstream>

using namespace medskapa;
namespace fs = std::filesystem;

namespace {

using test::check_refused;
using test::Desk;
using test::Ended;

Ended run(std::vector<std::string> words, const char* language = "C") {
    words.insert(words.begin(), "regional");
    return test::run(cli::add_regional, std::move(words), language);
}

const std::string jobs =
    "region,industry,value\n0114,01,10\n0114,02,0\n0114,03,5\n2380,01,2\n2380,02,8\n2380,03,..\n"
    "2305,01,4\n2305,02,1\n2305,03,9\n";
const std::string later =
    "region,industry,value\n0114,01,12\n0114,02,3\n0114,03,5\n2380,01,2\n2380,02,9\n2380,03,..\n"
    "2305,01,4\n2305,02,0\n2305,03,9\n";
const std::string commuting =
    "from,to,commuters\n0114,0114,100\n0114,2380,2\n2380,2380,40\n2380,0114,60\n2305,2305,50\n";

constexpr const char* results[] = {"cells.csv", "regions.csv", "industries.csv", "proximity.csv", "run.json"};

}  // namespace

TEST_CASE("an analysis writes its four tables, and codes keep their zeros") {
    const Desk workspace;

    const auto done = run({"analyse", "--in", workspace.put("jobs.csv", jobs), "--out", workspace.path("a")});

    CHECK(done.code == 0);
    CHECK(done.out.starts_with("3 regions and 3 industries;"));
    CHECK(workspace.header("a/cells.csv") ==
          "region,industry,value,lq,rsca,present,ci_low,ci_high,density,distance,opportunity_gain");
    CHECK(workspace.header("a/regions.csv") ==
          "region,total,diversity,krugman,hachman,hhi,entropy,related_variety,unrelated_variety,eci,fitness,"
          "opportunity_index");
    CHECK(workspace.header("a/industries.csv") == "industry,total,ubiquity,pci,complexity");
    CHECK(workspace.header("a/proximity.csv") ==
          "industry_a,industry_b,proximity,association,cosine,jaccard,probability");
    CHECK(workspace.contents("a/cells.csv").find("\n0114,01,10,") != std::string::npos);
    CHECK(workspace.contents("a/cells.csv").find("\n2380,03,,,,,,,") != std::string::npos);
    CHECK(workspace.contents("a/proximity.csv").find("\n01,02,") != std::string::npos);
}

TEST_CASE("the same input gives the same bytes, and the record says what was read and how") {
    const Desk workspace;
    const auto in = workspace.put("jobs.csv", jobs);

    const auto first = run({"analyse", "--in", in, "--out", workspace.path("a"), "--json"});
    run({"analyse", "--in", in, "--out", workspace.path("b")});

    for (const char* name : results) {
        CAPTURE(name);
        CHECK_FALSE(workspace.contents(std::string{"a/"} + name).empty());
        CHECK(workspace.contents(std::string{"a/"} + name) == workspace.contents(std::string{"b/"} + name));
    }
    CHECK(first.out == workspace.contents("a/run.json"));
    for (const char* fact : {"\"engine\"", "\"sha256\"", "\"threshold\": 1.0", "\"density\": \"noself\"",
             "\"second_eigenvalue\"", "\"eigenvalue_gap\"", "\"missing_cells\": 1", "\"warnings\""}) {
        CAPTURE(fact);
        CHECK(first.out.find(fact) != std::string::npos);
    }
}

TEST_CASE("only the tables asked for are written, and the record always") {
    const Desk workspace;
    const auto in = workspace.put("jobs.csv", jobs);

    CHECK(run({"analyse", "--in", in, "--out", workspace.path("a")}).code == 0);
    CHECK(run({"analyse", "--in", in, "--out", workspace.path("b"), "--write", "cells,regions"}).code == 0);
    CHECK(run({"analyse", "--in", in, "--out", workspace.path("c"), "--write", "everything"}).code == 2);

    for (const char* name : {"cells.csv", "regions.csv", "run.json"})
        CHECK(workspace.contents(std::string{"a/"} + name) == workspace.contents(std::string{"b/"} + name));
    CHECK_FALSE(fs::exists(workspace.path("b/proximity.csv")));
    CHECK_FALSE(fs::exists(workspace.path("b/industries.csv")));
    CHECK_FALSE(fs::exists(workspace.path("c")));
}

TEST_CASE("groups give related variety, and Hidalgo's convention another density") {
    const Desk workspace;
    const auto in = workspace.put("jobs.csv", jobs);
    const auto groups = workspace.put("groups.csv", "industry,group\n01,A\n02,A\n03,B\n");

    CHECK(run({"analyse", "--in", in, "--out", workspace.path("a"), "--groups", groups}).code == 0);
    CHECK(run({"analyse", "--in", in, "--out", workspace.path("b"), "--density", "hidalgo",
                  "--fitness-updates", "3"})
              .code == 0);

    CHECK(workspace.contents("a/regions.csv") != workspace.contents("b/regions.csv"));
    CHECK(workspace.contents("a/cells.csv") != workspace.contents("b/cells.csv"));
    CHECK(workspace.contents("b/run.json").find("\"fitness_updates_made\": 3") != std::string::npos);
}

TEST_CASE("what cannot be analysed is refused in one sentence that names file and line") {
    const Desk workspace;
    const auto analysed = [&](const std::string& bytes) {
        return run({"analyse", "--in", workspace.put("x.csv", bytes), "--out", workspace.path("a")});
    };

    check_refused(analysed(""), "x.csv: The file is empty.");
    check_refused(analysed("region,industry,value\n"), "The table has no rows.");
    check_refused(analysed("region,industry,value\na,x,-1\n"), "Line 2: the amount -1 is negative.");
    check_refused(analysed("region,industry,value\na,x,1e308\nb,x,1e308\n"), "Give them in a larger unit.");
    check_refused(analysed("land,vara\nswe,1\n"), "Line 1: the header must name");
    check_refused(run({"analyse", "--in", workspace.path("none.csv"), "--out", workspace.path("a")}),
        "none.csv could not");
    check_refused(run({"analyse", "--in", workspace.put("y.csv", jobs), "--out", workspace.path("y.csv/a")}),
        "Choose another --out.");
    CHECK_FALSE(fs::exists(workspace.path("a")));
}

TEST_CASE("a table of zeros and one of a single cell give results with warnings") {
    const Desk workspace;
    for (const char* bytes : {"region,industry,value\n01,A,0\n02,B,0\n", "region,industry,value\n01,A,5\n"}) {
        const auto done =
            run({"analyse", "--in", workspace.put("x.csv", bytes), "--out", workspace.path("a")});

        CHECK(done.code == 0);
        CHECK(done.err.starts_with("warning: "));
        for (const char* name : results)
            CHECK(workspace.contents(std::string{"a/"} + name).find("nan") == std::string::npos);
    }
}

TEST_CASE("wrong usage is distinguished from what could not be done") {
    const Desk workspace;
    const auto in = workspace.put("jobs.csv", jobs);
    const auto flows = workspace.put("flows.csv", commuting);

    CHECK(run({}).code == 2);
    CHECK(run({"analyse", "--in", in}).code == 2);
    CHECK(run({"analyse", "--in", in, "--out", workspace.path("a"), "--threshold", "-1"}).code == 2);
    CHECK(run({"analyse", "--in", in, "--out", workspace.path("a"), "--density", "other"}).code == 2);
    CHECK(run({"labour-markets", "--flows", flows, "--parameters", "max_out=much"}).code == 2);
    CHECK(run({"labour-markets", "--flows", flows, "--parameters", "min_size=5"}).code == 2);
    CHECK(run({"labour-markets", "--flows", flows, "--method", "lma", "--sensitivity", "x"}).code == 2);
    CHECK(run({"analyse", "--help"}).code == 0);
}

TEST_CASE("a shift-share has a row for each cell, and its parts sum to the change") {
    const Desk workspace;

    const auto done =
        run({"shift-share", "--from", workspace.put("a.csv", jobs), "--to", workspace.put("b.csv", later),
            "--out", workspace.path("shifts.csv"), "--record", workspace.path("run.json")});

    CHECK(done.code == 0);
    CHECK(workspace.header("shifts.csv") == "region,industry,change,national,mix,regional,allocation,flag");
    const auto text = workspace.contents("shifts.csv");
    CHECK(text.find("\n0114,02,3,0,0,3,0,new industry\n") != std::string::npos);
    csv::Records records(text, ',');
    records.next();
    while (const auto* row = records.next()) {
        const auto number = [&](std::size_t k) {
            return regional::read::amount((*row)[k])->value.value_or(0);
        };
        CHECK(number(3) + number(4) + number(5) + number(6) == doctest::Approx(number(2)));
    }
    CHECK(workspace.contents("run.json").find("\"form\": \"esteban-marquillas\"") != std::string::npos);
    check_refused(run({"shift-share", "--from", workspace.put("z.csv", "region,industry,value\n0114,01,0\n"),
                      "--to", workspace.path("b.csv")}),
        "z.csv: ");
}

TEST_CASE("what came and went is reported in tenths by density") {
    const Desk workspace;

    const auto done = run({"entries", "--from", workspace.put("a.csv", jobs), "--to",
        workspace.put("b.csv", later), "--out", workspace.path("entries.csv")});

    CHECK(done.code == 0);
    CHECK(workspace.header("entries.csv") == "kind,decile,density_low,density_high,cells,changed,rate");
}

TEST_CASE("opportunities are for one region, named by its code") {
    const Desk workspace;
    const auto in = workspace.put("jobs.csv", jobs);

    const auto done =
        run({"opportunities", "--in", in, "--region", "0114", "--out", workspace.path("o.csv")});

    CHECK(done.code == 0);
    CHECK(workspace.header("o.csv") == "industry,density,pci,opportunity_gain,quadrant,score,because");
    check_refused(run({"opportunities", "--in", in, "--region", "114"}), "The file has no region 114.");
}

TEST_CASE("labour markets by each method give a row and a reason for each municipality") {
    const Desk workspace;
    const auto flows = workspace.put("flows.csv", commuting);
    for (const char* method : {"scb", "nordic", "lma"}) {
        CAPTURE(method);
        const auto done =
            run({"labour-markets", "--flows", flows, "--method", method, "--out", workspace.path("areas.csv"),
                "--areas", workspace.path("balance.csv"), "--record", workspace.path("run.json")});

        CHECK(done.code == 0);
        CHECK(workspace.header("areas.csv") ==
              "municipality,area,centre,out_share,largest_share,largest_to,reason");
        const auto text = workspace.contents("areas.csv");
        CHECK(std::count(text.begin(), text.end(), '\n') == 4);
        CHECK(text.find("\n2380,0114,0,") != std::string::npos);
        CHECK(workspace.header("balance.csv") ==
              "area,places,residents,jobs,own,supply_containment,demand_containment,net_commuting");
        CHECK(workspace.contents("run.json").find(method) != std::string::npos);
    }
}

TEST_CASE("who works outside the flows and who would move are taken into account when asked for") {
    const Desk workspace;
    const auto flows = workspace.put("flows.csv", commuting);
    const auto employed =
        workspace.put("employed.csv", "municipality,employed\n0114,200\n2380,100\n2305,50\n");

    const auto done = run({"labour-markets", "--flows", flows, "--employed", employed, "--sensitivity",
        workspace.path("moves.csv"), "--out", workspace.path("areas.csv")});

    CHECK(done.code == 0);
    CHECK(workspace.contents("areas.csv").find("\n0114,0114,0,0.5,") == std::string::npos);
    CHECK(workspace.contents("areas.csv").find("\n0114,0114,1,0.5,") == std::string::npos);
    CHECK(workspace.header("moves.csv") == "municipality,limit,value,area_now,area_then");
    check_refused(
        run({"labour-markets", "--flows", workspace.put("none.csv", "from,to,commuters\n")}), "none.csv: ");
}

TEST_CASE("any statistics come out in long form, and missing is empty, never 0") {
    const Desk workspace;
    const auto file =
        workspace.put("x.csv", "region;2023;2024\n0114 Upplands V\xE4sby;1 234;..\n2380 \xD6stersund;5;0\n");

    CHECK(run({"read", file, "--out", workspace.path("long.csv"), "--record", workspace.path("run.json")})
              .code == 0);
    CHECK(workspace.contents("long.csv") ==
          "region,period,value,status\n0114,2023,1234,\n0114,2024,,..\n2380,2023,5,\n2380,2024,0,\n");
    CHECK(workspace.contents("run.json").find("\"rows\": 4") != std::string::npos);
    CHECK(run({"read", file, "--labels", "--out", workspace.path("named.csv")}).code == 0);
    CHECK(workspace.contents("named.csv").find("Upplands Väsby") != std::string::npos);
    check_refused(run({"read", workspace.put("x.px", "STUB=\"a\";\nDATA=\n1;\n")}), "x.px: Line ");
}

TEST_CASE("borders are listed with their boxes") {
    const Desk workspace;
    const auto map = workspace.put("map.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"2305","name":"Bräcke"},)"
        R"("geometry":{"type":"Polygon","coordinates":[[[15,62],[16,62],[16,63],[15,62]]]}}]})");

    CHECK(run({"read", map, "--out", workspace.path("areas.csv")}).code == 0);
    CHECK(workspace.contents("areas.csv") ==
          "code,name,polygons,positions,west,south,east,north\n2305,Bräcke,1,4,15,62,16,63\n");
}

TEST_CASE("a Swede is answered in Swedish, with decimal commas in reasons") {
    const Desk workspace;
    const auto flows = workspace.put("flows.csv", commuting);

    run({"labour-markets", "--flows", flows, "--out", workspace.path("areas.csv")}, "sv_SE.UTF-8");

    CHECK(workspace.contents("areas.csv").find("60,0 %") != std::string::npos);
    CHECK(run({"analyse", "--in", workspace.put("x.csv", ""), "--out", workspace.path("a")}, "sv_SE.UTF-8")
              .err.find("Filen är tom.") != std::string::npos);
}

TEST_CASE("a person sees columns in line and how many rows were left out") {
    CHECK(cli::aligned("kommun,antal\nÅre,1\nÖstersund,22\n", 10) ==
          "kommun     antal\nÅre        1\nÖstersund  22\n");
    CHECK(cli::aligned("a\n1\n2\n3\n", 1) == "a\n1\n… 2 more rows; --out FILE.csv gives them all\n");
}
