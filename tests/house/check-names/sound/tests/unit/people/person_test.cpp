TEST_CASE("a person keeps her code") {
    const char* text = "one; two";
}
