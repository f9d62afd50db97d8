#include "documents/toml_reader.hpp"
#include "print.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using peergroup::Problem;
using peergroup::ProblemKind;
using peergroup::documents::TomlDocument;
using peergroup::documents::TomlTable;
using peergroup::documents::Word;

namespace {

enum class Colour { red, green };
constexpr std::array<Word<Colour>, 2> colours{{{"red", Colour::red}, {"green", Colour::green}}};

/// Each problem as the screen shows it, with its code.
std::vector<std::string> lines(const std::vector<Problem>& problems) {
    std::vector<std::string> lines;
    for (const Problem& problem : problems) {
        const std::string hint = problem.hint.empty() ? "" : " (" + problem.hint + ")";
        lines.push_back(problem.where + ": " + problem.message + hint + " [" + problem.code + "]");
    }
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("a sound text gives every kind of value and no problem") {
    TomlDocument document(
        "word = \"yes\"\nnumber = 7\nflag = true\nday = 2023-01-09\nlist = [\"a\", \"b\"]\ncolour = \"green\"\n"
        "palette = [\"green\", \"red\"]\nname = { fi = \"Nimi\" }\n[[item]]\nid = \"x\"\n[[item]]\nid = \"y\"\n",
        "a.toml");
    const TomlTable root = document.root();
    CHECK(root.text("word") == "yes");
    CHECK(root.whole("number", {1, 10}) == 7);
    CHECK(root.flag("flag") == true);
    CHECK(root.date("day") == "2023-01-09");
    CHECK(root.texts("list") == Lines{"a", "b"});
    CHECK((root.choice("colour", colours) == Colour::green));
    CHECK((root.choices("palette", colours) == std::vector<Colour>{Colour::green, Colour::red}));
    REQUIRE(root.table("name").has_value());
    CHECK(root.table("name")->text("fi") == "Nimi");
    const std::vector<TomlTable> items = root.tables("item");
    REQUIRE(items.size() == 2);
    CHECK(items[0].text("id") == "x");
    CHECK(items[1].text("id") == "y");
    CHECK(lines(document.finish()) == Lines{});
}

TEST_CASE("an absent key gives nothing and is no problem") {
    TomlDocument document("", "a.toml");
    const TomlTable root = document.root();
    CHECK(root.text("word") == std::nullopt);
    CHECK(root.whole("number", {}) == std::nullopt);
    CHECK(root.flag("flag") == std::nullopt);
    CHECK_FALSE(root.choice("colour", colours).has_value());
    CHECK_FALSE(root.table("name").has_value());
    CHECK(root.tables("item").empty());
    CHECK(lines(document.finish()) == Lines{});
}

TEST_CASE("a value of the wrong type is named with its place and gives nothing") {
    TomlDocument document(
        "word = 5\nnumber = 1.0\n  flag = \"true\"\nday = \"2023-01-09\"\nlist = \"a\"\nname = []\nitem = { id = \"x\" }\n"
        "clock = 07:00:00\n",
        "a.toml");
    const TomlTable root = document.root();
    CHECK(root.text("word") == std::nullopt);
    CHECK(root.whole("number", {}) == std::nullopt);
    CHECK(root.flag("flag") == std::nullopt);
    CHECK(root.date("day") == std::nullopt);
    CHECK(root.texts("list").empty());
    CHECK_FALSE(root.table("name").has_value());
    CHECK(root.tables("item").empty());
    CHECK(root.date("clock") == std::nullopt);
    CHECK(lines(document.finish()) ==
          Lines{"a.toml:1:8: word must be text, not a whole number [config-wrong-type]",
                "a.toml:2:10: number must be a whole number, not a decimal number [config-wrong-type]",
                "a.toml:3:10: flag must be true or false, not text [config-wrong-type]",
                "a.toml:4:7: day must be a date without quotes, not text [config-wrong-type]",
                "a.toml:5:8: list must be a list of texts, not text [config-wrong-type]",
                "a.toml:6:8: name must be a table, not a list [config-wrong-type]",
                "a.toml:7:8: item must be a list of tables, each under [[item]], not a table [config-wrong-type]",
                "a.toml:8:9: clock must be a date without quotes, not a date or time [config-wrong-type]"});
}

TEST_CASE("faults inside a list stand at their elements") {
    TomlDocument document(
        "list = [\n  \"a\",\n  3,\n  \"\",\n  \"a\",\n]\nitem = [{ id = \"x\" }, 4]\npalette = [\"red\", \"gren\"]\n", "a.toml");
    const TomlTable root = document.root();
    CHECK(root.texts("list") == Lines{"a"});
    const std::vector<TomlTable> items = root.tables("item");
    REQUIRE(items.size() == 1);
    CHECK(items[0].text("id") == "x");
    CHECK((root.choices("palette", colours) == std::vector<Colour>{Colour::red}));
    CHECK(lines(document.finish()) ==
          Lines{"a.toml:3:3: list must be a list of texts, not a whole number [config-wrong-type]",
                "a.toml:4:3: list must not hold an empty text [config-empty]",
                "a.toml:5:3: list names \"a\" twice [config-duplicate]",
                "a.toml:7:23: item must be a list of tables, each under [[item]], not a whole number [config-wrong-type]",
                "a.toml:8:19: palette must be one of red, green, not \"gren\" (did you mean `green`?) [config-unknown-word]"});
}

TEST_CASE("a number out of its range, also out of every int, is refused") {
    TomlDocument document("low = 0\nhigh = 11\nhuge = 4294967297\nleast = 1\n", "a.toml");
    const TomlTable root = document.root();
    CHECK(root.whole("low", {1, 10}) == std::nullopt);
    CHECK(root.whole("high", {1, 10}) == std::nullopt);
    CHECK(root.whole("huge", {}) == std::nullopt);
    CHECK(root.whole("least", {1, 1}) == 1);
    CHECK(lines(document.finish()) ==
          Lines{"a.toml:1:7: low must be from 1 to 10, not 0 [config-out-of-range]",
                "a.toml:2:8: high must be from 1 to 10, not 11 [config-out-of-range]",
                "a.toml:3:8: huge must be from -2147483648 to 2147483647, not 4294967297 [config-out-of-range]"});
}

TEST_CASE("what is missing, empty or unknown is named by its full path") {
    TomlDocument document("[name]\nfi = \"\"\nfj = \"Nimi\"\n\n[[item]]\n\n[other]\nx = 1\n", "a.toml");
    const TomlTable root = document.root();
    const std::optional<TomlTable> name = root.table("name");
    REQUIRE(name.has_value());
    CHECK(name->text("fi") == std::nullopt);
    const std::vector<TomlTable> items = root.tables("item");
    REQUIRE(items.size() == 1);
    CHECK(items[0].required_text("id").empty());
    CHECK(root.required_text("kind").empty());
    CHECK(lines(document.finish()) ==
          Lines{"a.toml:1:1: kind is missing [config-missing-key]", "a.toml:2:6: name.fi must not be empty [config-empty]",
                "a.toml:3:1: name.fj is no known key (did you mean `fi`?) [config-unknown-key]",
                "a.toml:5:1: item.id is missing [config-missing-key]", "a.toml:7:2: other is no known key [config-unknown-key]"});
}

TEST_CASE("problems come in the order of the text, whatever the order of reading, and once each") {
    TomlDocument document("zebra = 1\nant = 2\nmole = 3\n", "a.toml");
    const TomlTable root = document.root();
    for (const char* key : {"mole", "ant", "ant"})
        CHECK(root.text(key) == std::nullopt);
    CHECK(lines(document.finish()) == Lines{"a.toml:1:1: zebra is no known key [config-unknown-key]",
                                            "a.toml:2:7: ant must be text, not a whole number [config-wrong-type]",
                                            "a.toml:3:8: mole must be text, not a whole number [config-wrong-type]"});
}

TEST_CASE("the caller can report what only it can see, and name places") {
    TomlDocument document("[[item]]\nid = \"x\"\nlist = [\"a\", \"b\"]\n", "a.toml");
    const std::vector<TomlTable> items = document.root().tables("item");
    REQUIRE(items.size() == 1);
    CHECK(items[0].text("id") == "x");
    CHECK(items[0].texts("list") == Lines{"a", "b"});
    CHECK(items[0].where("id") == "a.toml:2:6");
    CHECK(items[0].where("list", "b") == "a.toml:3:14");
    CHECK(items[0].where("absent") == "a.toml:1:1");
    items[0].report("id", "config-own", "is not what it was", "ask again");
    const std::vector<Problem> problems = document.finish();
    CHECK(lines(problems) == Lines{"a.toml:2:6: item.id is not what it was (ask again) [config-own]"});
    REQUIRE(problems.size() == 1);
    CHECK((problems[0].kind == ProblemKind::configuration));
}

TEST_CASE("a text that is no TOML gives one problem and no further ones") {
    const auto problems_of = [](std::string_view text) {
        TomlDocument document(text, "a.toml");
        const TomlTable root = document.root();
        CHECK(root.required_text("id").empty());
        root.report("id", "config-own", "is wrong");
        return lines(document.finish());
    };
    CHECK(problems_of("id = \"x\"\nlist = [1,\n  ,2]\n") ==
          Lines{"a.toml:3:3: Error while parsing array: expected value or closing ']', saw comma [config-syntax]"});
    CHECK(problems_of("id = \"x\"\nid = \"y\"\n") ==
          Lines{"a.toml:2:6: Error while parsing key-value pair: cannot redefine existing string 'id' [config-syntax]"});
    CHECK(problems_of("ä = 1\n").size() == 1);
    CHECK(problems_of("n = 3\"ä").size() == 1);
    CHECK(problems_of("id = \"\xff\"\n") == Lines{"a.toml:1:6: Encountered invalid utf-8 sequence [config-syntax]"});
    CHECK(problems_of("day = 2023-02-30\n") ==
          Lines{"a.toml:1:17: Error while parsing date: expected day between 1 and 28 (inclusive), saw 30 [config-syntax]"});
    CHECK(problems_of("[[[a]]]\n") == Lines{"a.toml:1:3: Error while parsing key: expected bare key starting character or string "
                                            "delimiter, saw '[' [config-syntax]"});
    CHECK(problems_of("n = 99999999999999999999\n").size() == 1);
    CHECK(problems_of({"id = \0\n", 7}).size() == 1);
}

TEST_CASE("columns count characters, a byte order mark is none, and any letter may follow a backslash at the end of a line") {
    TomlDocument broken_line("s = \"\"\"\\\n§\"\"\"\n", "a.toml");
    CHECK(broken_line.root().text("s") == "§");
    TomlDocument umlauts("name = { fi = \"Äitien ryhmä\", sv = 1 }\n", "a.toml");
    CHECK(umlauts.root().table("name")->required_text("fi") == "Äitien ryhmä");
    CHECK(umlauts.root().table("name")->required_text("sv").empty());
    CHECK(lines(umlauts.finish()) == Lines{"a.toml:1:36: name.sv must be text, not a whole number [config-wrong-type]"});
    TomlDocument marked("\xEF\xBB\xBFid = 1\n", "a.toml");
    CHECK(marked.root().required_text("id").empty());
    CHECK(lines(marked.finish()) == Lines{"a.toml:1:6: id must be text, not a whole number [config-wrong-type]"});
}

TEST_CASE("nesting too deep is refused before it is parsed, whatever it is made of") {
    constexpr std::size_t deep = 100'000;
    const auto problems_of = [](const std::string& text) {
        TomlDocument document(text, "a.toml");
        return lines(document.finish());
    };
    std::string dotted = "a";
    for (std::size_t level = 0; level < deep; ++level)
        dotted += ".a";
    std::string inline_tables;
    for (std::size_t level = 0; level < deep; ++level)
        inline_tables += "{ a = ";
    const std::string sentence = ": more than 32 levels are nested here [config-too-deep]";
    CHECK(problems_of("x = " + std::string(deep, '[')) == Lines{"a.toml:1:37" + sentence});
    CHECK(problems_of("x = 1\n" + dotted + " = 1\n") == Lines{"a.toml:2:66" + sentence});
    CHECK(problems_of("[" + dotted + "]\n") == Lines{"a.toml:1:67" + sentence});
    CHECK(problems_of("x = " + inline_tables) == Lines{"a.toml:1:197" + sentence});
    CHECK(problems_of("x = \"\"\"ä\"\"\"\"\" # ]\ny = ['\"', " + std::string(deep, '[')) == Lines{"a.toml:2:42" + sentence});
}

TEST_CASE("brackets and dots in strings and comments are no nesting") {
    const std::string brackets(1000, '[');
    const std::string dots(1000, '.');
    TomlDocument document("# " + brackets + dots + "\na = \"" + brackets + "\\\"" + dots + "\"\nb = '" + brackets + dots +
                              "'\nc = \"\"\"" + brackets + "\n\"" + dots + "\"\"\"\"\"\nd = '''" + brackets + "'" + dots +
                              "'''\ne = [[1.5, 2.5], [3.5, 4.5]]\n" + "f = \"\\\\\" # " + brackets + "\n",
                          "a.toml");
    const TomlTable root = document.root();
    for (const char* key : {"a", "b", "c", "d", "f"})
        CHECK(root.text(key).has_value());
    CHECK(lines(document.finish()) == Lines{"a.toml:7:1: e is no known key (did you mean `a`?) [config-unknown-key]"});
}

TEST_CASE("a text over the limit is refused, one of a megabyte is read") {
    TomlDocument large(std::string(TomlDocument::max_bytes + 1, '#'), "a.toml");
    CHECK(lines(large.finish()) == Lines{"a.toml:1:1: the file is longer than 4 MiB [config-too-large]"});

    std::string text;
    std::size_t tables = 0;
    for (; text.size() < (std::size_t{1} << 20U); ++tables)
        text += "[[item]]\nid = \"x\"\n";
    TomlDocument document(text, "a.toml");
    const std::vector<TomlTable> items = document.root().tables("item");
    CHECK(items.size() == tables);
    std::size_t read = 0;
    for (const TomlTable& item : items)
        read += item.required_text("id").size();
    CHECK(read == tables);
    CHECK(lines(document.finish()) == Lines{});
}
